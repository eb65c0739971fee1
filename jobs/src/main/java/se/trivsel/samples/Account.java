package se.trivsel.samples;

/** The accounts the samples use; numbers and texts are invented, as every municipality has its own. */
enum Account {
    HIRED_STAFF("4632", "Inhyrd personal, socionomer", "5100"),
    FOSTER_CARE("4641", "Köp av verksamhet, konsulentstött familjehem", "5570"),
    INSTITUTION("4642", "Köp av verksamhet, HVB barn och unga", "5580"),
    SUPPORTED_HOUSING("4643", "Köp av verksamhet, stödboende", "5580"),
    SUPERVISION("7051", "Handledning personal", "5100"),
    COMPUTING("7532", "IT-konsulter", "5100"),
    INTERPRETERS("7461", "Tolktjänster", "5100"),
    CONTACT_PERSONS("4655", "Kontaktpersoner och uppdragstagare", "5680");

    private final String code;
    private final String text;
    private final String activity;

    Account(String code, String text, String activity) {
        this.code = code;
        this.text = text;
        this.activity = activity;
    }

    String code() {
        return code;
    }

    String text() {
        return text;
    }

    String activity() {
        return activity;
    }

    static Account of(PlacementForm form) {
        return switch (form) {
            case FAMILJEHEM_KONSULENT, JOURHEM_KONSULENT, FAMILJEHEM_EGET, NATVERKSHEM, JOURHEM_EGET -> FOSTER_CARE;
            case HVB_KOPT, SIS -> INSTITUTION;
            case STODBOENDE_KOPT, STODBOENDE_EGET -> SUPPORTED_HOUSING;
        };
    }
}
