package se.trivsel.job;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import se.trivsel.vocabulary.Home;

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
    /** Those of a configuration folder and the environment, for what is no run. */
    public static OperatingSettings read(Path config, Home home) {
        try (var context = new SpringApplicationBuilder(Reading.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties(Map.of(
                        "spring.config.location",
                        config.toAbsolutePath().toUri() + "application.yaml",
                        "trivsel.home",
                        home.root().toAbsolutePath().toString()))
                .run()) {
            return context.getBean(OperatingSettings.class);
        }
    }

    public OperatingSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("trivsel.threads has to be at least 1, not " + threads);
        }
        if (keepReleases < 1) {
            throw new IllegalArgumentException("trivsel.keep-releases has to be at least 1, not " + keepReleases);
        }
    }

    @EnableConfigurationProperties(OperatingSettings.class)
    private static final class Reading {}
}
