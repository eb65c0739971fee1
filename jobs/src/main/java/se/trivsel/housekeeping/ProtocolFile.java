package se.trivsel.housekeeping;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import se.trivsel.job.RunHistory;
import se.trivsel.vocabulary.Home;

/** Where a protocol is written; never over that of one cut off in the same second. */
final class ProtocolFile {
    private ProtocolFile() {}

    static Path free(Home home, Instant started, String kind) {
        String first = RunHistory.runId(started) + "-" + kind;
        Path free = home.protocols().resolve(first + ".json");
        for (int time = 2; Files.exists(free); time++) {
            free = home.protocols().resolve(first + "-" + time + ".json");
        }
        return free;
    }
}
