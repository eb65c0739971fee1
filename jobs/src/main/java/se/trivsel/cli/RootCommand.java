package se.trivsel.cli;

import java.time.Clock;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import se.trivsel.job.ExitCode;
import se.trivsel.job.Failures;
import se.trivsel.job.LogForm;
import se.trivsel.job.LogLines;
import se.trivsel.job.ProgramVersion;

/** {@code trivsel}: the command that all others hang under. */
@Command(
        name = "trivsel",
        description = "Comparable figures on the working conditions of Sweden's social workers.",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        scope = CommandLine.ScopeType.INHERIT,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all went well, also when there was nothing to do",
            "1:failed; nothing was published",
            "2:called or configured wrongly",
            "3:published, but deliveries were refused, are late or missing, or a source could not be fetched from",
            "4:another run holds the home folder",
            "130:stopped by SIGTERM or Ctrl+C; the next run goes on from there"
        },
        subcommands = {
            RunCommand.class,
            WorkerCommand.class,
            RecoverCommand.class,
            PlanCommand.class,
            BuildCommand.class,
            ServeCommand.class,
            CheckCommand.class,
            PrepareCommand.class,
            StatusCommand.class,
            DoctorCommand.class,
            ReleaseCommand.class,
            SqlCommand.class,
            ExplainCommand.class,
            QuarantineCommand.class,
            HousekeepingCommand.class,
            KeysCommand.class,
            PurgeCommand.class,
            SamplesCommand.class
        })
public final class RootCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** The whole command line, ready to execute. */
    public static CommandLine commandLine() {
        Locale.setDefault(Locale.ROOT);
        return commandLine(new RootCommand());
    }

    /** Any command, with what all have in common. */
    static CommandLine commandLine(Object command) {
        return new CommandLine(command)
                .setExecutionExceptionHandler(handler())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do.");
    }

    private static IExecutionExceptionHandler handler() {
        return (failure, command, parsed) -> {
            if (failure instanceof WrongUsage) {
                command.getErr().println(failure.getMessage());
                return ExitCode.NOT_RUNNABLE.code();
            }
            LogForm form = command.getCommand() instanceof LoggedCommand logged ? logged.logForm() : LogForm.TEXT;
            var log = new LogLines(command.getErr()::println, Clock.systemUTC(), form);
            return Failures.tell(failure, log::fail).code();
        };
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"trivsel " + ProgramVersion.ofThisBuild().version()};
        }
    }
}
