package se.trivsel.vocabulary;

import java.util.Locale;

/** The kind of system an export comes from; each has a job of its own. */
public enum SourceKind {
    HR("personalsystem"),
    CASE("verksamhetssystem"),
    INVOICE("ekonomisystem");

    private final String swedish;

    SourceKind(String swedish) {
        this.swedish = swedish;
    }

    /** {@code hr}, {@code case} or {@code invoice}: as it is written in configuration and on the command line. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String swedish() {
        return swedish;
    }
}
