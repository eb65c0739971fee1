package se.trivsel.job;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import se.trivsel.vocabulary.Home;

/**
 * A Spring context with the operator's settings, for a run or for the server.
 *
 * <p>It does not close by itself when the process ends: that would take the database from under a job that still runs.
 */
public final class OperatorContext {
    static final String LOCATION = "spring.config.location";
    static final String SERVICE = "trivsel";

    private static final String SETTINGS = "application.yaml";

    /** Why a context does not start is told by whoever wanted it, and only once. */
    private static final Map<String, Object> QUIET = Map.of(
            "logging.level.org.springframework.boot.SpringApplication", "off",
            "logging.level.org.springframework.boot.diagnostics", "off",
            "logging.level.org.springframework.boot.web.server.servlet.context", "error",
            "logging.level.org.springframework.context.annotation", "error");

    private OperatorContext() {}

    /**
     * Starts one.
     *
     * @param defaults settings that the operator's hold over
     * @throws NotRunnable when a setting of ours cannot be
     */
    public static ConfigurableApplicationContext start(
            Class<?> configuration,
            WebApplicationType web,
            Path config,
            Home home,
            Map<String, Object> defaults,
            ApplicationContextInitializer<GenericApplicationContext> beans) {
        var properties = new HashMap<>(QUIET);
        properties.putAll(defaults);
        properties.put(LOCATION, settings(config));
        if (LogForm.read(config) == LogForm.ECS) {
            properties.put("logging.structured.format.console", "ecs");
            properties.put("logging.structured.ecs.service.name", SERVICE);
        }
        properties.put("trivsel.home", home.root().toAbsolutePath().toString());
        try {
            return new SpringApplicationBuilder(configuration)
                    .web(web)
                    .registerShutdownHook(false)
                    .logStartupInfo(false)
                    .properties(properties)
                    .initializers(
                            context -> addCredentials(context.getEnvironment()),
                            context -> beans.initialize((GenericApplicationContext) context))
                    .run();
        } catch (RuntimeException refused) {
            throw sentence(refused)
                    .map(NotRunnable::new)
                    .map(RuntimeException.class::cast)
                    .orElse(refused);
        }
    }

    /** Settings among the credentials are found by the rules for variables, which Spring knows by the source's name. */
    private static void addCredentials(ConfigurableEnvironment environment) {
        String variables = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment
                .getPropertySources()
                .replace(
                        variables,
                        new SystemEnvironmentPropertySource(
                                variables, Map.<String, Object>copyOf(Credentials.addedTo(System.getenv()))));
    }

    /** Where the settings of a configuration folder are. */
    static String settings(Path config) {
        return config.toAbsolutePath().toUri() + SETTINGS;
    }

    /** What the operator can put right, out of what Spring wraps it in. */
    private static Optional<String> sentence(RuntimeException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigurationPropertiesBindException) {
                return Optional.ofNullable(
                                NestedExceptionUtils.getMostSpecificCause(cause).getMessage())
                        .map(message -> SETTINGS + ": " + message);
            }
            if (cause instanceof NotRunnable told) {
                return Optional.ofNullable(told.getMessage());
            }
            if (cause instanceof PortInUseException taken) {
                return Optional.of("Port " + taken.getPort() + " is taken; choose another with --port.");
            }
        }
        return Optional.empty();
    }
}
