package se.trivsel.job;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What differs between machines, from {@code config/application.yaml} and the environment; nothing that changes a
 * figure.
 *
 * @param threads how many deliveries are read at once
 * @param generateKeys whether a new municipality's key may be made here
 * @param keepReleases how many releases stay for roll-back
 * @param memory what the database may use, such as {@code 2GB}
 */
@ConfigurationProperties(prefix = "trivsel", ignoreUnknownFields = false)
public record OperatingSettings(String home, int threads, boolean generateKeys, int keepReleases, String memory) {
    public OperatingSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("trivsel.threads has to be at least 1, not " + threads);
        }
        if (keepReleases < 1) {
            throw new IllegalArgumentException("trivsel.keep-releases has to be at least 1, not " + keepReleases);
        }
    }
}
