package se.trivsel.job;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import se.trivsel.vocabulary.Home;

/**
 * What differs between machines, from {@code config/application.yaml} and the environment; nothing that changes a
 * figure.
 *
 * @param threads how many deliveries are read at once
 * @param generateKeys whether a new municipality's key may be made here
 * @param keepReleases how many releases stay for roll-back
 * @param memory what the database may use, such as {@code 2GB}
 * @param schedule when each job begins where the program serves, as cron expressions
 * @param retention how long is kept what a rule is about, see {@link Retention}
 */
@ConfigurationProperties(prefix = "trivsel", ignoreUnknownFields = false)
public record OperatingSettings(
        String home,
        int threads,
        boolean generateKeys,
        int keepReleases,
        String memory,
        @DefaultValue Map<JobName, String> schedule,
        @DefaultValue Serve serve,
        @DefaultValue Map<String, String> retention) {
    /** Those of a configuration folder and the environment, for what is no run. */
    public static OperatingSettings read(Path config, Home home) {
        try (var context =
                OperatorContext.start(Reading.class, WebApplicationType.NONE, config, home, Map.of(), beans -> {})) {
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
        schedule = Map.copyOf(schedule);
        retention = Map.copyOf(retention);
        Retention.of(retention);
    }

    /**
     * Settings of the server.
     *
     * @param address where it listens
     */
    public record Serve(@DefaultValue("127.0.0.1") String address) {}

    @EnableConfigurationProperties(OperatingSettings.class)
    private static final class Reading {}
}
