package se.trivsel.contract;

/** Two date columns of a contract of which the second, when there is one, is not before the first. */
public record Interval(String from, String to) {}
