package se.trivsel.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import se.trivsel.job.Recovery;

/** {@code recover}: ends a run that was cut off, as the next run would. */
@Command(
        name = "recover",
        description = {
            "Ends a run that was cut off: workers leave what it had asked for. The next run does so by itself.",
            "Without a number it tells which runs there are."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "2:no such run was cut off", "4:a run goes on; nothing was done"})
public final class RecoverCommand implements Callable<Integer> {
    private final PrintStream output;

    @Mixin
    private Folders folders = new Folders();

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "Its number, as the log tells it.")
    private @Nullable Long run;

    public RecoverCommand() {
        this(System.out);
    }

    RecoverCommand(PrintStream output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        var recovery = new Recovery(folders.config(), folders.home(), output);
        return (run == null ? recovery.list() : recovery.recover(run)).code();
    }
}
