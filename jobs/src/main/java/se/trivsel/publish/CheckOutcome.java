package se.trivsel.publish;

/**
 * How a check of the warehouse went, as the release remembers it.
 *
 * @param rows how many rows broke the claim; none when it passed
 */
public record CheckOutcome(String check, String severity, boolean passed, long rows) {}
