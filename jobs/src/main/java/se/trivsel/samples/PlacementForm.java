package se.trivsel.samples;

/** Forms of placement, who provides them and about what a day costs. */
enum PlacementForm {
    FAMILJEHEM_EGET("egen", 610),
    NATVERKSHEM("egen", 540),
    JOURHEM_EGET("egen", 780),
    STODBOENDE_EGET("egen", 1_150),
    FAMILJEHEM_KONSULENT("kopt_privat", 1_960),
    JOURHEM_KONSULENT("kopt_privat", 2_450),
    HVB_KOPT("kopt_privat", 4_400),
    STODBOENDE_KOPT("kopt_ideell", 1_700),
    SIS("sis", 8_900);

    private final String provision;
    private final int daySek;

    PlacementForm(String provision, int daySek) {
        this.provision = provision;
        this.daySek = daySek;
    }

    String provision() {
        return provision;
    }

    int daySek() {
        return daySek;
    }

    boolean isBought() {
        return !provision.equals("egen");
    }
}
