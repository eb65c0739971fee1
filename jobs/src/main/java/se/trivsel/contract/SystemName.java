package se.trivsel.contract;

import se.trivsel.vocabulary.SourceKind;

/** A system that delivers; two kinds may each have a system of the same name. */
record SystemName(SourceKind kind, String name) implements Comparable<SystemName> {
    @Override
    public int compareTo(SystemName other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : name.compareTo(other.name);
    }
}
