package se.trivsel.vocabulary;

/**
 * Something a municipality should know about its delivery.
 *
 * <p>A finding tells where the trouble is, never what stood there: the value may be personal data, and receipts
 * travel by e-mail.
 */
public record Finding(FindingCode code, Place place) {}
