package se.trivsel.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Tasks done several at once.
 *
 * <p>All of them are ended when it returns, also those beside one that failed; the failure is what the task threw.
 */
final class InParallel {
    private InParallel() {}

    /** What the tasks answer, in their order. */
    static <T> List<T> run(List<Callable<T>> tasks, int threads) throws IOException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            var answers = new ArrayList<T>();
            for (var answer : pool.invokeAll(tasks)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException cannotReadOrWrite) {
                throw cannotReadOrWrite;
            }
            if (failed.getCause() instanceof RuntimeException broken) {
                throw broken;
            }
            throw new IllegalStateException(failed);
        } finally {
            pool.shutdownNow();
        }
    }
}
