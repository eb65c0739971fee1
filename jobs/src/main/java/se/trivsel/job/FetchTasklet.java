package se.trivsel.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import se.trivsel.contract.Municipality;
import se.trivsel.fetch.FetchResult;
import se.trivsel.fetch.Fetching;
import se.trivsel.fetch.Secrets;
import se.trivsel.vocabulary.SourceKind;

/**
 * Brings what is new at the municipalities' servers, before it is received.
 *
 * <p>It never fails because of a source: the others' deliveries, and the figures, do not wait for it.
 */
final class FetchTasklet implements Tasklet {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Workplace workplace;
    private final Set<SourceKind> kinds;
    private final Fetching fetching;
    private final int threads;

    FetchTasklet(Workplace workplace, Set<SourceKind> kinds, Secrets secrets, int threads) {
        this.workplace = workplace;
        this.kinds = Set.copyOf(kinds);
        this.fetching =
                new Fetching(workplace.request().home().fetched(), workplace.configuration(), secrets, PATIENCE);
        this.threads = threads;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws Exception {
        List<Callable<List<FetchResult>>> tasks = new ArrayList<>();
        for (Municipality municipality :
                workplace.configuration().municipalities().values()) {
            if (!municipality.fetches().isEmpty()) {
                tasks.add(() -> fetching.fetch(municipality, kinds, workplace.today()));
            }
        }
        InParallel.run(tasks, threads).forEach(results -> results.forEach(workplace.log()::fetched));
        return RepeatStatus.FINISHED;
    }
}
