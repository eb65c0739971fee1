package se.trivsel.contract;

import java.util.Locale;

/** Why a value is not given, where the sender says so; the value is absent all the same, never zero. */
public enum MissingReason {
    /** Too few persons stand behind it to show it. */
    SUPPRESSED,
    /** There is one, but nobody could give it. */
    NOT_AVAILABLE,
    /** There cannot be one. */
    NOT_APPLICABLE;

    /** As it stands in the lake and in a source. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
