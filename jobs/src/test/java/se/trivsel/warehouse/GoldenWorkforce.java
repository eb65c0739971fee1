package se.trivsel.warehouse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** A hundred permanent social workers every day of 2014, and those who came and went, as rows of the core tables. */
final class GoldenWorkforce {
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("TV", "tillsvidare"),
            Map.entry("VIK", "vikariat"),
            Map.entry("SOCSEKR", "socialsekreterare"),
            Map.entry("BISTANDSH", "bistandshandlaggare"),
            Map.entry("KURATOR", "kurator"),
            Map.entry("EXTERN", "extern"),
            Map.entry("INTERN_YRKE", "intern_yrke"),
            Map.entry("INTERN_ENHET", "intern_enhet"),
            Map.entry("EGEN_BEGARAN", "egen_begaran"),
            Map.entry("PENSION", "pension"),
            Map.entry("AVTALSSLUT", "avtalsslut"),
            Map.entry("OVRIGT", "personliga_skal"));

    private GoldenWorkforce() {}

    /** The measures over the workforce, or those of it who are employed; not yet stored. */
    static SqlChain given(Predicate<String> isEmployed) throws SQLException, IOException {
        SqlChain chain = SqlChain.build(SqlTree.read(Repository.path("sql")), Map.of("turnover_snapshot_month", "12"));
        chain.delivered("0380", YearMonth.of(2013, 12), YearMonth.of(2014, 12));
        chain.insert(
                "core.employment",
                List.of(
                        "municipality_code",
                        "person_key",
                        "employment_key",
                        "employment_form_code",
                        "occupation_code",
                        "unit_code",
                        "valid_from",
                        "valid_to",
                        "start_reason_code",
                        "end_reason_code",
                        "is_permanent"),
                rows("golden_turnover.csv").stream()
                        .filter(cells -> isEmployed.test(cells.get(0)))
                        .map(cells -> List.of(
                                "0380",
                                cells.get(0),
                                cells.get(1),
                                code(cells.get(2)),
                                code(cells.get(3)),
                                cells.get(4),
                                cells.get(5),
                                cells.get(6),
                                code(cells.get(7)),
                                code(cells.get(8)),
                                String.valueOf(cells.get(2).equals("TV"))))
                        .toList());
        chain.insert(
                "core.absence",
                List.of(
                        "municipality_code",
                        "absence_no",
                        "employment_key",
                        "absence_reason_code",
                        "started_on",
                        "ended_on",
                        "extent_share"),
                rows("golden_leave.csv").stream()
                        .filter(cells -> isEmployed.test(cells.get(0)))
                        .map(cells -> List.of(
                                "0380",
                                cells.get(0),
                                cells.get(0),
                                cells.get(1).toLowerCase(Locale.ROOT),
                                cells.get(2),
                                cells.get(3),
                                "1"))
                        .toList());
        // The leave file names persons, each with one employment on the day.
        chain.file().execute("""
                update core.absence
                set employment_key = employment.employment_key
                from core.employment
                where employment.person_key = absence.employment_key
                """);
        return chain;
    }

    private static String code(String theirs) {
        return theirs.isEmpty() ? "" : Objects.requireNonNull(CODES.get(theirs), theirs);
    }

    private static List<List<String>> rows(String name) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(GoldenWorkforce.class.getResourceAsStream("/golden/" + name), name)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .skip(1)
                    .map(line -> Arrays.asList(line.split(";", -1)))
                    .toList();
        }
    }
}
