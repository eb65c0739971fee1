package se.trivsel.job;

import java.util.List;
import java.util.Locale;
import se.trivsel.vocabulary.SourceKind;

/** The jobs: one a kind of source, one that publishes, and the night that does all of it in order. */
public enum JobName {
    HR,
    CASE,
    INVOICE,
    BENCHMARK,
    NIGHT;

    /** As it is written on the command line and in the job repository. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The job of a code. */
    public static JobName of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The kinds of deliveries it takes in. */
    List<SourceKind> reads() {
        return switch (this) {
            case HR -> List.of(SourceKind.HR);
            case CASE -> List.of(SourceKind.CASE);
            case INVOICE -> List.of(SourceKind.INVOICE);
            case BENCHMARK -> List.of();
            case NIGHT -> List.of(SourceKind.values());
        };
    }

    boolean publishes() {
        return this == BENCHMARK || this == NIGHT;
    }
}
