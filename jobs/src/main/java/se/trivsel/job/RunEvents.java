package se.trivsel.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import se.trivsel.lineage.LineageRun;

/** Where a run tells what it moved, as OpenLineage events: a file of its own for each process that has part in it. */
final class RunEvents {
    private RunEvents() {}

    static LineageRun begin(RunRequest request, String runId, Clock clock) throws IOException {
        return LineageRun.begin(
                folder(request, runId).resolve("openlineage.jsonl"),
                clock,
                identity(request, runId),
                request.job().code(),
                nominal(Workplace.asOf(request, clock)));
    }

    /** For a worker: several hosts never write to the same file. */
    static LineageRun join(RunRequest request, String runId, String worker, Clock clock) throws IOException {
        return LineageRun.join(
                folder(request, runId).resolve("openlineage-" + worker + ".jsonl"),
                clock,
                identity(request, runId),
                request.job().code(),
                nominal(Workplace.asOf(request, clock)));
    }

    static Path folder(RunRequest request, String runId) {
        return request.home().runs().resolve(runId);
    }

    private static String identity(RunRequest request, String runId) {
        return request.home().root().toUri() + runId;
    }

    private static Instant nominal(LocalDate asOf) {
        return asOf.atStartOfDay(RunLog.SWEDEN).toInstant();
    }
}
