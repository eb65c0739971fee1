package se.trivsel.quality;

import java.util.List;

/**
 * What one check found.
 *
 * @param name the claim that was checked, as the file is called
 * @param why the check's first line: what goes wrong when the claim does not hold
 * @param rows how many rows break the claim
 * @param examples the first of them as text; checks name places and deliveries, never persons
 * @param remedy one Swedish sentence: what to do about it
 */
public record CheckResult(String name, String why, Outcome outcome, long rows, List<String> examples, String remedy) {
    public CheckResult {
        examples = List.copyOf(examples);
    }

    /** How a check went. */
    public enum Outcome {
        PASS,
        /** Something one should know; the release is published all the same. */
        ADVISORY,
        /** The release is held. */
        FAIL
    }
}
