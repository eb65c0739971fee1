package se.trivsel.samples;

import java.util.ArrayList;
import java.util.List;

/** An invented supplier; a sole trader's organisation number is a personal number, here one of the test series. */
record Supplier(String name, String organisationNumber) {
    static final Supplier NONE = new Supplier("", "");

    /** What some publishers write instead of a person's name and number. */
    static final Supplier HIDDEN = new Supplier("[innehåller personuppgifter]", "");

    static final List<Supplier> AGENCIES =
            companies(1, "Provbemanning Socionom AB", "Exempelkonsulten i Norr AB", "Påhitt Bemanning AB");
    static final List<Supplier> FOSTER_CARE = companies(11, "Mönsterhem Familjevård AB", "Låtsas Konsulentstöd AB");
    static final List<Supplier> INSTITUTIONS =
            companies(21, "HVB Provgården AB", "Exempelkullen Behandlingshem AB", "Testvikens HVB AB");
    static final List<Supplier> CHARITIES = companies(31, "Stiftelsen Påhittade Boendet");
    static final List<Supplier> STATE = companies(41, "Provmyndigheten för institutionsvård");
    static final List<Supplier> SUPERVISION = companies(51, "Handledarna i Påhittsby AB", "Mönster Handledning HB");
    static final List<Supplier> COMPUTING = companies(61, "Exempeldata IT-konsult AB", "Låtsas Systemdrift AB");
    static final List<Supplier> INTERPRETERS = companies(71, "Provtolken AB", "Tolkförmedling Exempel ek. för.");

    private static List<Supplier> companies(int first, String... names) {
        var companies = new ArrayList<Supplier>();
        for (String name : names) {
            companies.add(new Supplier(name, TestNumbers.organisation(first + companies.size())));
        }
        return List.copyOf(companies);
    }
}
