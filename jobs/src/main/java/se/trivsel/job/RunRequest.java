package se.trivsel.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import se.trivsel.vocabulary.Home;
import se.trivsel.warehouse.SparkProgram;

/**
 * What somebody asked to have run.
 *
 * @param asOf the day as which to publish; what became known later is left out. Today when it is not given
 * @param sql the folder of the SQL tree
 * @param spark what computes the figures; where it is not given, the database does
 * @param isRehearsal whether nothing is brought from elsewhere and nothing published
 * @param isRemote whether deliveries are read by workers
 */
public record RunRequest(
        JobName job,
        Home home,
        Path inbox,
        Path config,
        Path sql,
        Optional<LocalDate> asOf,
        Optional<SparkProgram> spark,
        boolean isRehearsal,
        boolean isRemote) {
    /** A real run. */
    public RunRequest(JobName job, Home home, Path inbox, Path config, Path sql, Optional<LocalDate> asOf) {
        this(job, home, inbox, config, sql, asOf, Optional.empty(), false, false);
    }

    RunRequest rehearsedIn(Home other) {
        return new RunRequest(job, other, inbox, config, sql, asOf, spark, true, false);
    }

    /** The same, its figures computed by Spark. */
    public RunRequest computedBy(SparkProgram program) {
        return new RunRequest(job, home, inbox, config, sql, asOf, Optional.of(program), isRehearsal, isRemote);
    }

    /** The same, with deliveries read by workers. */
    public RunRequest remotely() {
        return new RunRequest(job, home, inbox, config, sql, asOf, spark, isRehearsal, true);
    }
}
