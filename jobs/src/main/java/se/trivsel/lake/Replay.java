package se.trivsel.lake;

/**
 * What a reading by new rules took in of the rows that the reading before it had quarantined.
 *
 * @param earlierReadingId the reading that had rejected them
 * @param rows how many of them were kept now
 */
public record Replay(String earlierReadingId, long rows) {}
