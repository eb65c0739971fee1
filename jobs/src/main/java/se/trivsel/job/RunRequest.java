package se.trivsel.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import se.trivsel.vocabulary.Home;

/**
 * What somebody asked to have run.
 *
 * @param asOf the day as which to publish; what became known later is left out. Today when it is not given
 * @param sql the folder of the SQL tree
 */
public record RunRequest(JobName job, Home home, Path inbox, Path config, Path sql, Optional<LocalDate> asOf) {}
