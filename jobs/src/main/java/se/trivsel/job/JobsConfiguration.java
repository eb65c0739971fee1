package se.trivsel.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.PartitionStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import se.trivsel.fetch.Secrets;
import se.trivsel.lineage.LineageRun;
import se.trivsel.vocabulary.SourceKind;

/**
 * The job that was asked for, as a list of its steps.
 *
 * <p>Every step may start again though it was complete: each finds out by itself what there is to do, and does nothing
 * where that is nothing. So a resumed run also takes in what came meanwhile.
 */
@Configuration(proxyBeanMethods = false)
@Import(JobMetadata.Repository.class)
@EnableConfigurationProperties(OperatingSettings.class)
class JobsConfiguration {
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final Workplace workplace;
    private final OperatingSettings settings;

    JobsConfiguration(
            JobRepository repository,
            PlatformTransactionManager transactions,
            Workplace workplace,
            OperatingSettings settings) {
        this.repository = repository;
        this.transactions = transactions;
        this.workplace = workplace;
        this.settings = settings;
    }

    /** The threads that read deliveries; the same ones for all, since what they have warmed up is worth keeping. */
    @Bean
    ThreadPoolTaskExecutor readers() {
        var readers = new ThreadPoolTaskExecutor();
        readers.setThreadNamePrefix("read-");
        readers.setCorePoolSize(settings.threads());
        return readers;
    }

    /** What workers are asked to read, where they are. */
    @Bean
    @Lazy
    ReadingRequests requests(DataSourceProperties database) {
        return ReadingRequests.open(database, 1);
    }

    @Bean
    Job job(
            ProgramVersion program,
            TaskExecutor readers,
            Secrets secrets,
            StopRequest stop,
            ObjectProvider<ReadingRequests> requests) {
        JobName name = workplace.request().job();
        var benchmark = new BenchmarkSteps(workplace, settings, program.version());
        List<Step> steps = new ArrayList<>();
        if (!name.reads().isEmpty() && !workplace.request().isRehearsal()) {
            steps.add(fetch(Set.copyOf(name.reads()), secrets));
        }
        boolean reportsStrays = true;
        for (SourceKind kind : name.reads()) {
            steps.add(receive(kind, reportsStrays));
            reportsStrays = false;
            steps.add(read(kind, readers, requests));
        }
        if (!steps.isEmpty()) {
            steps.add(step("receipts", benchmark::answer));
        }
        var builder = new JobBuilder(name.code(), repository).listener(stop);
        if (!name.publishes()) {
            return inOrder(builder, steps).build();
        }
        Step build = movement("warehouse", benchmark::build);
        Step check = movement("quality", benchmark::check);
        Step publish = workplace.request().isRehearsal()
                ? step("publish", benchmark::leave)
                : movement("publish", benchmark::publish);
        steps.add(build);
        return inOrder(builder, steps)
                .on(BenchmarkSteps.UNCHANGED.getExitCode())
                .end()
                .from(build)
                .on(ExitStatus.COMPLETED.getExitCode())
                .to(check)
                .from(build)
                .on("*")
                .fail()
                .from(check)
                .on(ExitStatus.COMPLETED.getExitCode())
                .to(publish)
                .from(check)
                .on("*")
                .fail()
                .from(publish)
                .on(ExitStatus.COMPLETED.getExitCode())
                .end()
                .from(publish)
                .on("*")
                .fail()
                .end()
                .build();
    }

    private static SimpleJobBuilder inOrder(JobBuilder builder, List<Step> steps) {
        SimpleJobBuilder job = builder.start(steps.get(0));
        for (Step step : steps.subList(1, steps.size())) {
            job = job.next(step);
        }
        return job;
    }

    private Step fetch(Set<SourceKind> kinds, Secrets secrets) {
        return new StepBuilder("fetch", repository)
                .tasklet(new FetchTasklet(workplace, kinds, secrets, settings.threads()), transactions)
                .allowStartIfComplete(true)
                .build();
    }

    private Step receive(SourceKind kind, boolean reportsStrays) {
        return new StepBuilder("receive-" + kind.code(), repository)
                .tasklet(new ReceiveTasklet(workplace, kind, reportsStrays, settings.threads()), transactions)
                .allowStartIfComplete(true)
                .build();
    }

    private Step read(SourceKind kind, TaskExecutor readers, ObjectProvider<ReadingRequests> requests) {
        PartitionStepBuilder read = new StepBuilder("read-" + kind.code(), repository)
                .partitioner(kind.code(), new PendingDeliveries(workplace, kind))
                .allowStartIfComplete(true);
        if (workplace.request().isRemote()) {
            read.partitionHandler(new RemoteReading(
                    kind.code(),
                    workplace,
                    repository,
                    requests.getObject(),
                    settings.remote().patience()));
        } else {
            read.step(new DeliveryStep(kind.code(), workplace, repository, transactions))
                    .taskExecutor(readers);
        }
        return read.build();
    }

    /** Something that is done once and says how it ended. */
    @FunctionalInterface
    private interface Work {
        ExitStatus run() throws Exception;
    }

    /** Work that moves data, and tells which. */
    @FunctionalInterface
    private interface Movement {
        ExitStatus run(LineageRun lineage) throws Exception;
    }

    private Step movement(String name, Movement movement) {
        return step(name, () -> {
            try (LineageRun lineage = workplace.lineage().part(name, "")) {
                ExitStatus exit = movement.run(lineage);
                lineage.complete();
                return exit;
            }
        });
    }

    private Step step(String name, Work work) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> {
                            contribution.setExitStatus(work.run());
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .allowStartIfComplete(true)
                .build();
    }
}
