package se.trivsel.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import se.trivsel.inbox.Archive.Reception;
import se.trivsel.inbox.FoundFile;
import se.trivsel.inbox.Inbox;
import se.trivsel.inbox.NamedFile;
import se.trivsel.intake.Contents;
import se.trivsel.intake.Sorted;
import se.trivsel.vocabulary.SourceKind;

/**
 * Brings what is new in the inbox into the archive, for one kind of source; and what was fetched, which is then deleted. A file
 * with rows of several municipalities comes in as its parts.
 */
final class ReceiveTasklet implements Tasklet {
    private final Workplace workplace;
    private final SourceKind kind;
    private final boolean reportsStrays;
    private final int threads;

    ReceiveTasklet(Workplace workplace, SourceKind kind, boolean reportsStrays, int threads) {
        this.workplace = workplace;
        this.kind = kind;
        this.reportsStrays = reportsStrays;
        this.threads = threads;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws Exception {
        Inbox named = workplace.inbox();
        Contents contents = Contents.open(workplace.request().home().intake(), workplace.configuration());
        contents.clear(kind);
        List<Sorted> sorted = sort(named, contents);
        Inbox inbox = named.and(
                        sorted.stream().flatMap(one -> one.files().stream()).toList())
                .onlyPreparedFrom(workplace.keys()::isPreparing);
        List<FoundFile> files =
                inbox.found().stream().filter(file -> file.kind() == kind).toList();
        int known = 0;
        int received = 0;
        for (Reception reception : receive(files, inbox.namesakes())) {
            if (reception instanceof Reception.Known) {
                known++;
            } else if (reception instanceof Reception.Unfinished unfinished) {
                workplace.log().unfinished(unfinished.file());
            } else {
                received++;
            }
        }
        contents.remember(sorted);
        contents.clear(kind);
        workplace.log().skip(known);
        workplace.log().step("receive", kind.code() + ": " + received + " new, " + known + " unchanged");
        if (reportsStrays) {
            inbox.strays().forEach(workplace.log()::stray);
        }
        return RepeatStatus.FINISHED;
    }

    private List<Sorted> sort(Inbox inbox, Contents contents) throws IOException {
        var sorted = new ArrayList<Sorted>();
        for (NamedFile file : inbox.unsorted()) {
            if (file.kind() == kind) {
                Sorted one = contents.sort(file);
                workplace.log().sorted(one);
                sorted.add(one);
            }
        }
        return sorted;
    }

    private Reception receive(FoundFile file, Set<Path> namesakes, Instant now) throws IOException {
        Reception reception = namesakes.contains(file.path())
                ? workplace.archive().receiveOnce(file, now)
                : workplace.archive().receive(file, now);
        if (!(reception instanceof Reception.Unfinished)
                && file.path().startsWith(workplace.request().home().fetched())) {
            Files.deleteIfExists(file.path());
        }
        return reception;
    }

    private List<Reception> receive(List<FoundFile> files, Set<Path> namesakes)
            throws IOException, InterruptedException {
        Instant now = workplace.clock().instant();
        List<Callable<Reception>> tasks = files.stream()
                .<Callable<Reception>>map(file -> () -> receive(file, namesakes, now))
                .toList();
        return InParallel.run(tasks, threads);
    }
}
