package se.trivsel.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import se.trivsel.vocabulary.Home;

/**
 * What {@code explain} answered.
 *
 * @param page with ordinary spaces where it has no-break ones
 */
public record Explained(int exitCode, String page, String errors) {
    public static Explained of(Home home, String... arguments) {
        var output = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home.root().toString()));
        var command = new ExplainCommand(
                new PrintStream(output, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
        int exitCode = new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(RootCommand.commandLine().getExecutionExceptionHandler())
                .setErr(new PrintWriter(errors, true, StandardCharsets.UTF_8))
                .execute(all.toArray(String[]::new));
        return new Explained(
                exitCode,
                output.toString(StandardCharsets.UTF_8).replace('\u00a0', ' '),
                errors.toString(StandardCharsets.UTF_8));
    }

    /** The lines that were written, without the heading of a CSV. */
    List<String> rows() {
        return page.lines().skip(1).toList();
    }
}
