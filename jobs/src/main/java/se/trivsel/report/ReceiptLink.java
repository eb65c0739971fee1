package se.trivsel.report;

/** A line in a municipality's list of its deliveries. */
public record ReceiptLink(String file, String receivedAt, String fileName, String rows, Receipt receipt) {}
