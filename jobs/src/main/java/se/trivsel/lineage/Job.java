package se.trivsel.lineage;

/** What runs night after night, by a name that stays. */
record Job(String namespace, String name) {
    static final String NAMESPACE = "trivsel";

    static Job named(String name) {
        return new Job(NAMESPACE, name);
    }
}
