package se.trivsel.publish;

/** A delivery that a release stands on, and the hash of the bytes that were delivered. */
public record ReleasedDelivery(String deliveryId, String sha256) {}
