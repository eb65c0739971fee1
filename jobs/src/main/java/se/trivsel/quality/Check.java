package se.trivsel.quality;

import java.util.List;
import java.util.Optional;
import se.trivsel.quality.CheckResult.Outcome;
import se.trivsel.warehouse.SqlFile;
import se.trivsel.warehouse.SqlStatement;

/**
 * One file of {@code sql/90_quality}: a query for the rows that break the claim the file is named for.
 *
 * <p>A check without severity or remedy is refused: at night is no time to wonder what a failure means.
 */
record Check(SqlFile file, SqlStatement query, Outcome whenBroken, String remedy) {

    static Check of(SqlFile file) {
        Outcome whenBroken = switch (header(file, "Severity")) {
            case "fail" -> Outcome.FAIL;
            case "advisory" -> Outcome.ADVISORY;
            default ->
                throw new IllegalArgumentException("The severity of " + file.place() + " is neither fail nor advisory");
        };
        if (file.asWritten().size() != 1) {
            throw new IllegalArgumentException("A check is one query: " + file.place());
        }
        return new Check(file, file.asWritten().get(0), whenBroken, header(file, "Remedy"));
    }

    CheckResult result(long rows, List<String> examples) {
        Outcome outcome = rows == 0 ? Outcome.PASS : whenBroken;
        return new CheckResult(file.name(), file.purpose(), outcome, rows, examples, remedy);
    }

    private static String header(SqlFile file, String key) {
        Optional<String> said = file.header(key);
        return said.orElseThrow(
                () -> new IllegalArgumentException(file.place() + " has no line that begins with -- " + key + ":"));
    }
}
