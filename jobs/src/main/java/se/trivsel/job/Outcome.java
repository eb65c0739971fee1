package se.trivsel.job;

import se.trivsel.lake.DeliveryManifest;

/** What became of a delivery tonight, in the words of the last line. */
enum Outcome {
    /** Taken in, nothing to tell. */
    OK,
    /** Taken in, with rows kept out or a warning. */
    WARN,
    /** Refused; the last accepted delivery stays in use. */
    REJECT,
    /** Known already, or not finished: nothing was done. */
    SKIP;

    static Outcome of(DeliveryManifest manifest) {
        if (!manifest.isAccepted()) {
            return REJECT;
        }
        return manifest.hasFindings() ? WARN : OK;
    }
}
