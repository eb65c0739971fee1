package se.trivsel.report;

/**
 * A line in a municipality's list of its deliveries.
 *
 * @param name that of the receipt's files, without what follows the dot
 */
public record ReceiptLink(String name, String receivedAt, String fileName, String rows, Receipt receipt) {}
