package se.trivsel.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import se.trivsel.job.Credentials;
import se.trivsel.job.ExitCode;

/** {@code doctor}: whether a night would find what it needs. */
@Command(
        name = "doctor",
        description = {
            "Looks whether a night would find what it needs: configuration, keys, permissions, disk, locks, job repository, release,",
            "readers, clock. Says of what is not well what to do. Changes nothing."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:a night can run", "1:something has to be mended first"})
public final class DoctorCommand implements Callable<Integer> {
    private final PrintStream output;
    private final Clock clock;
    private final Map<String, String> environment;
    private final Path sql;

    @Mixin
    private Folders folders = new Folders();

    public DoctorCommand() {
        this(System.out, Clock.systemUTC(), System.getenv(), Folders.sql());
    }

    DoctorCommand(PrintStream output, Clock clock, Map<String, String> environment, Path sql) {
        this.output = output;
        this.clock = clock;
        this.environment = environment;
        this.sql = sql;
    }

    @Override
    public Integer call() throws IOException, SQLException {
        List<Examination.Diagnosis> diagnoses =
                new Examination(folders.home(), folders.config(), sql, clock, Credentials.addedTo(environment)).all();
        diagnoses.forEach(diagnosis ->
                output.printf("%-5s %-15s %s%n", diagnosis.health(), diagnosis.part(), diagnosis.sentence()));
        output.flush();
        boolean isWell = diagnoses.stream().noneMatch(diagnosis -> diagnosis.health() == Examination.Health.FAIL);
        return (isWell ? ExitCode.OK : ExitCode.FAILED).code();
    }
}
