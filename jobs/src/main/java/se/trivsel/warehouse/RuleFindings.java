package se.trivsel.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.trivsel.inbox.Json;
import se.trivsel.vocabulary.DurableFiles;
import se.trivsel.vocabulary.FindingCode;

/**
 * All that the rules between rows found when the warehouse was built last, kept until it is built again.
 *
 * <p>A night without anything new builds no warehouse, and a held release leaves none behind that is published; senders
 * are answered from here all the same.
 *
 * @param inputHash what the warehouse was built from: other input may give other findings
 */
public record RuleFindings(String inputHash, List<RuleFinding> findings) {
    private static final int LINES = 200;

    public RuleFindings {
        findings = List.copyOf(findings);
    }

    /** As a built file has them. */
    public static RuleFindings in(Path analystFile, String inputHash, Limits limits) throws SQLException {
        var findings = new ArrayList<RuleFinding>();
        try (var file = AnalystFile.open(analystFile, limits);
                Statement statement = file.connection().createStatement();
                ResultSet rows = statement.executeQuery("""
                        select
                            delivery_id,
                            finding_code,
                            unit_code,
                            count(*) as rows_found,
                            array_to_string(list(line_no order by line_no)[1:%d], ' ') as lines,
                            column_name,
                            size_a_month_before,
                            size_a_month,
                            file_name_before
                        from answer.finding
                        left join basis.delivery_size using (delivery_id, finding_code)
                        group by all
                        order by all
                        """.formatted(LINES))) {
            while (rows.next()) {
                findings.add(new RuleFinding(
                        rows.getString(1),
                        FindingCode.of(rows.getString(2)),
                        Optional.ofNullable(rows.getString(3)),
                        rows.getLong(4),
                        lines(rows.getString(5)),
                        sizes(rows)));
            }
        }
        return new RuleFindings(inputHash, findings);
    }

    private static Optional<RuleFinding.SizeChange> sizes(ResultSet row) throws SQLException {
        BigDecimal before = row.getBigDecimal("size_a_month_before");
        return before == null
                ? Optional.empty()
                : Optional.of(new RuleFinding.SizeChange(
                        Optional.ofNullable(row.getString("column_name")),
                        before,
                        row.getBigDecimal("size_a_month"),
                        row.getString("file_name_before")));
    }

    private static List<Integer> lines(String spaced) {
        return Stream.of(spaced.split(" "))
                .map(Integer::valueOf)
                .filter(line -> line > 0)
                .toList();
    }

    /** As they were kept; nothing when no warehouse was ever built. */
    public static Optional<RuleFindings> read(Path kept) {
        if (!Files.exists(kept)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(Files.readAllBytes(kept), RuleFindings.class));
        } catch (IOException | RuntimeException unreadable) {
            throw new IllegalStateException(
                    "Cannot read " + kept + "; remove it, and the next run makes it anew", unreadable);
        }
    }

    public void write(Path kept) {
        try {
            Files.createDirectories(kept.resolveSibling(""));
            DurableFiles.write(kept, Json.write(this));
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write " + kept, failure);
        }
    }
}
