package se.trivsel.serve;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import se.trivsel.job.OperatingSettings;
import se.trivsel.job.RunHistory;
import se.trivsel.job.RunMetrics;
import se.trivsel.job.Schedule;
import se.trivsel.publish.Releases;

/**
 * The web server, health and metrics.
 *
 * <p>It has no database: each run opens the job repository for itself, and closes it.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {DataSourceAutoConfiguration.class, BatchAutoConfiguration.class, BatchJdbcAutoConfiguration.class})
@EnableConfigurationProperties(OperatingSettings.class)
class ServeConfiguration {
    private static final int PATIENCE_SECONDS = 30;

    /** One thread; when the server stops, the run at hand is waited for. */
    @Bean
    ThreadPoolTaskScheduler scheduler(Clock clock) {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix("schedule-");
        scheduler.setClock(clock);
        scheduler.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(PATIENCE_SECONDS);
        return scheduler;
    }

    /** What looks after the jobs does not wait for them. */
    @Bean
    ThreadPoolTaskScheduler watch(Clock clock) {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix("watch-");
        scheduler.setClock(clock);
        return scheduler;
    }

    @Bean
    Schedule schedule(OperatingSettings settings) {
        return new Schedule(settings.schedule());
    }

    @Bean
    Releases releases(ServeRequest request) {
        return new Releases(request.home().published());
    }

    @Bean
    RunHistory history(ServeRequest request) {
        return new RunHistory(request.home());
    }

    @Bean
    RouterFunction<ServerResponse> paths(Releases releases) {
        return new ServedPaths(releases).routes();
    }

    @Bean
    NightlyHealth nightlyHealthIndicator(Schedule schedule, RunHistory history, Clock clock) {
        return new NightlyHealth(schedule, history, clock);
    }

    @Bean
    WarehouseHealth warehouseHealthIndicator(Releases releases) {
        return new WarehouseHealth(releases);
    }

    @Bean
    RunMetrics runMetrics(ServeRequest request, PrometheusRegistry registry) {
        var metrics = new RunMetrics(request.home());
        registry.register(metrics);
        return metrics;
    }
}
