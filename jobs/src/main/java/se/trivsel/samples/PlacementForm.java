package se.trivsel.samples;

/** Forms of placement, who provides them, about what a day costs, and from what age they are for. */
enum PlacementForm {
    FAMILJEHEM_EGET("egen", 610, 0),
    NATVERKSHEM("egen", 540, 0),
    JOURHEM_EGET("egen", 780, 0),
    STODBOENDE_EGET("egen", 1_150, 16),
    FAMILJEHEM_KONSULENT("kopt_privat", 1_960, 0),
    JOURHEM_KONSULENT("kopt_privat", 2_450, 0),
    HVB_KOPT("kopt_privat", 4_400, 10),
    STODBOENDE_KOPT("kopt_ideell", 1_700, 16),
    SIS("sis", 8_900, 13);

    private final String provision;
    private final int daySek;
    private final int fromAge;

    PlacementForm(String provision, int daySek, int fromAge) {
        this.provision = provision;
        this.daySek = daySek;
        this.fromAge = fromAge;
    }

    boolean suits(int age) {
        return age >= fromAge;
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
