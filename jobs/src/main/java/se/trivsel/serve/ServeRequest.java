package se.trivsel.serve;

import java.nio.file.Path;
import java.util.Optional;
import se.trivsel.job.JobName;
import se.trivsel.job.RunRequest;
import se.trivsel.vocabulary.Home;

/**
 * What somebody asked to have served.
 *
 * @param port where it listens; 0 is any that is free
 * @param sql the folder of the SQL tree
 */
public record ServeRequest(Home home, Path inbox, Path config, Path sql, int port) {
    RunRequest run(JobName job) {
        return new RunRequest(job, home, inbox, config, sql, Optional.empty());
    }
}
