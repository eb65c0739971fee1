package se.trivsel.notify;

/** What there may be to tell of; a run is one of them at most, and most nights are none. */
public enum Event {
    /** It could not be done. */
    FAILED,
    /** A check held the release; the last one stays. */
    HELD,
    /** It got through, though deliveries are refused, late or missing. */
    INCOMPLETE,
    /** It went well after one that had not. */
    RECOVERED,
    /** The night has not ended well by the time it should have. */
    LATE
}
