package se.trivsel.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.trivsel.inbox.Json;
import se.trivsel.job.RunSummary;
import se.trivsel.vocabulary.Home;

/** A night of the past, of which nothing is left but its summary. */
public final class EndedRun {
    private EndedRun() {}

    public static void write(Home home, String moment, int exitCode) throws IOException {
        Instant at = Instant.parse(moment);
        var summary = new RunSummary(
                moment.replaceAll("[-:]", ""),
                "night",
                at,
                at,
                exitCode,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false);
        Path run = Files.createDirectories(home.runs().resolve(summary.runId()));
        Files.write(run.resolve("summary.json"), Json.write(summary));
    }
}
