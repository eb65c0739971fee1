package se.trivsel.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import se.trivsel.fetch.Secrets;
import se.trivsel.notify.Channel;
import se.trivsel.notify.Mail;
import se.trivsel.notify.NotSent;
import se.trivsel.notify.Notice;
import se.trivsel.notify.Webhook;
import se.trivsel.vocabulary.Home;

/**
 * Sends what there is to tell of runs to whom the settings name.
 *
 * <p>That a notice cannot be sent changes nothing of how a run ended: it is answered as a sentence for the log, never thrown.
 */
public final class Notifications {
    /** Where the webhook is: all of its address is a secret. */
    private static final String WEBHOOK = "TRIVSEL_NOTIFY_WEBHOOK_URL";

    private final Path config;
    private final Home home;
    private final Secrets secrets;

    public Notifications(Path config, Home home, Secrets secrets) {
        this.config = config;
        this.home = home;
        this.secrets = secrets;
    }

    /** Tells of a run that has ended, where that is news; a sentence for each way that was closed. */
    List<String> tell(RunSummary run) {
        return send(() -> new RunNotice(run, new RunHistory(home).before(run)).notice());
    }

    /** Tells that the night has not ended well by the time it should have. */
    public List<String> tellLate() {
        var history = new RunHistory(home);
        return send(() -> Optional.of(RunNotice.late(history.lastWell(JobName.NIGHT), history.last(JobName.NIGHT))));
    }

    private List<String> send(Supplier<Optional<Notice>> news) {
        try {
            return news.get().map(this::send).orElse(List.of());
        } catch (RuntimeException failed) {
            return List.of("Cannot notify: " + failed.getMessage());
        }
    }

    private List<String> send(Notice notice) {
        try (var context =
                OperatorContext.start(Sending.class, WebApplicationType.NONE, config, home, Map.of(), beans -> {})) {
            OperatingSettings.Notify settings =
                    context.getBean(OperatingSettings.class).notices();
            var closed = new ArrayList<String>();
            if (settings.events().contains(notice.event())) {
                for (Channel channel : channels(context, settings)) {
                    try {
                        channel.send(notice);
                    } catch (NotSent failed) {
                        closed.add("Cannot notify by " + channel.name() + ": " + failed.getMessage());
                    }
                }
            }
            return closed;
        }
    }

    private List<Channel> channels(ConfigurableApplicationContext context, OperatingSettings.Notify settings) {
        var channels = new ArrayList<Channel>();
        secrets.find(WEBHOOK)
                .map(address -> new Webhook(address, settings.webhook().format(), settings.patience()))
                .ifPresent(channels::add);
        Optional.ofNullable(context.getBeanProvider(JavaMailSenderImpl.class).getIfAvailable())
                .filter(server -> !settings.mail().to().isEmpty())
                .map(server ->
                        new Mail(server, settings.mail().from(), settings.mail().to(), settings.patience()))
                .ifPresent(channels::add);
        return channels;
    }

    @EnableConfigurationProperties(OperatingSettings.class)
    @ImportAutoConfiguration(MailSenderAutoConfiguration.class)
    private static final class Sending {}
}
