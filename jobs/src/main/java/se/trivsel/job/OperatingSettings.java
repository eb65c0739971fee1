package se.trivsel.job;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import se.trivsel.notify.Event;
import se.trivsel.notify.WebhookFormat;
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
 * @param notices who is told how runs end, and of what; no component may be called as its setting, {@code notify}
 * @param remote how deliveries are read by workers
 * @param log how lines of the log are written
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
        @DefaultValue Map<String, String> retention,
        @Name("notify") @DefaultValue Notify notices,
        @DefaultValue Remote remote,
        @DefaultValue("text") LogForm log) {
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

    /**
     * Settings of reading by workers.
     *
     * @param patience how long all deliveries of a kind may take together
     * @param attempts how many workers may end while they read the same delivery, before it is given up
     */
    public record Remote(
            @DefaultValue("6h") Duration patience,
            @DefaultValue("3") int attempts) {}

    /**
     * Settings of notices. Where a webhook is, and passwords, are no settings: they come from the environment.
     *
     * @param events of what
     * @param wellBy when the night should have ended well, by the clock in Sweden
     * @param patience how long an answer is waited for
     */
    public record Notify(
            @DefaultValue Set<Event> events,
            @DefaultValue("06:00") LocalTime wellBy,
            @DefaultValue("10s") Duration patience,
            @DefaultValue Webhook webhook,
            @DefaultValue Mail mail) {
        /** What a webhook is sent. */
        public record Webhook(@DefaultValue("generic") WebhookFormat format) {}

        /** Who writes to whom; by which server is {@code spring.mail}'s to say. */
        public record Mail(
                @DefaultValue("") String from, @DefaultValue List<String> to) {}
    }

    @EnableConfigurationProperties(OperatingSettings.class)
    private static final class Reading {}
}
