package se.trivsel.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.trivsel.job.JobName;
import se.trivsel.job.LogForm;

/** {@code run}: a night, or one of its jobs. */
@Command(
        name = "run",
        description = {
            "Runs the night: takes in what is new in the inbox, builds the figures, checks and publishes them.",
            "Unchanged deliveries are skipped; when nothing is new, nothing is published. A run that was killed is resumed."
        })
final class RunCommand implements Callable<Integer>, LoggedCommand {
    @Mixin
    private NightOptions night = new NightOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "JOB",
            defaultValue = "night",
            description =
                    "hr, case or invoice: only take in deliveries of that kind. benchmark: only build and publish."
                            + " Without it: all of them in order.")
    private String job = "night";

    @Option(
            names = "--remote",
            description = "Deliveries are read by workers, see trivsel worker; needs PostgreSQL as job repository.")
    private boolean isRemote;

    @Override
    public LogForm logForm() {
        return night.logForm();
    }

    @Override
    public Integer call() throws Exception {
        return night.run(jobName(), request -> isRemote ? request.remotely() : request);
    }

    private JobName jobName() {
        try {
            return JobName.of(job);
        } catch (IllegalArgumentException unknown) {
            throw new WrongUsage(
                    "There is no job '" + job + "': choose hr, case, invoice or benchmark, or none for all.");
        }
    }
}
