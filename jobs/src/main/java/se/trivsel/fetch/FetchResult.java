package se.trivsel.fetch;

import java.util.ArrayList;
import java.util.List;
import se.trivsel.contract.Fetch;
import se.trivsel.vocabulary.MunicipalityCode;

/**
 * What came of one fetch.
 *
 * <p>A failure concerns this source alone: what was brought before it is whole and stays.
 *
 * @param fetched how many files are brought; a query's answer also when it is as before
 * @param unchanged how many files are as they were when they were brought the last time
 * @param unfinished names of files that changed while they were brought
 * @param unknown names of files that nobody agreed on
 */
public record FetchResult(
        MunicipalityCode municipality,
        Fetch fetch,
        int fetched,
        int unchanged,
        List<String> unfinished,
        List<String> unknown,
        List<String> failures) {
    public FetchResult {
        unfinished = List.copyOf(unfinished);
        unknown = List.copyOf(unknown);
        failures = List.copyOf(failures);
    }

    /** A result in the making. */
    static final class Tally {
        int fetched;
        int unchanged;
        final List<String> unfinished = new ArrayList<>();
        final List<String> unknown = new ArrayList<>();
        final List<String> failures = new ArrayList<>();

        FetchResult of(MunicipalityCode municipality, Fetch fetch) {
            return new FetchResult(municipality, fetch, fetched, unchanged, unfinished, unknown, failures);
        }
    }
}
