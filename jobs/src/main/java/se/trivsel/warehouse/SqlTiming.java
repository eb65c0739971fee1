package se.trivsel.warehouse;

import java.time.Duration;

/**
 * How long one file of the SQL tree took to run.
 *
 * <p>What a view costs is paid by its readers: only the stored layers tell something.
 */
public record SqlTiming(String file, Duration took) {}
