package se.trivsel.job;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * How lines of a log are written.
 *
 * <p>It is needed for the first line, before there is any context to ask for settings; what cannot be read is told by that
 * context, as text.
 */
public enum LogForm {
    /** For people. */
    TEXT,
    /** A JSON object a line, by the Elastic Common Schema; as Spring writes its own. */
    ECS;

    /** That of a configuration folder and the environment. */
    public static LogForm read(Path config) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "where", Map.of(OperatorContext.LOCATION, OperatorContext.settings(config))));
        try {
            ConfigDataEnvironmentPostProcessor.applyTo(environment);
            return valueOf(
                    environment.getProperty("trivsel.log", TEXT.name()).strip().toUpperCase(Locale.ROOT));
        } catch (RuntimeException toldByTheContext) {
            return TEXT;
        }
    }
}
