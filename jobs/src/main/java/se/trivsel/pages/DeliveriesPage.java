package se.trivsel.pages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.trivsel.report.SwedishDates;
import se.trivsel.report.SwedishNumbers;
import se.trivsel.vocabulary.Period;

/**
 * What a municipality has delivered: first what is late or missing, then how far the figures reach, then each delivery.
 *
 * <p>Of a dataset and period the deliveries in use, and the newest one when it was refused: what a later delivery has
 * replaced is not told.
 *
 * @param older how many more there are than the page has room for
 */
public record DeliveriesPage(
        Frame frame,
        String name,
        String headline,
        List<Awaited> awaited,
        List<Reach> reaches,
        List<Dataset> datasets,
        long older) {
    private static final int PERIODS_OF_A_DATASET = 12;

    private static final Comparator<String> SWEDISH = Collator.getInstance(Locale.forLanguageTag("sv-SE"))::compare;

    /** A delivery that should have come. */
    public record Awaited(String dataset, String period, String due, String state) {}

    /**
     * How far the figures of a dataset reach.
     *
     * @param last the last month with figures, or that there is none
     * @param next the day by which the next delivery is to come, or that none is awaited
     */
    public record Reach(String dataset, String last, boolean isStale, String next) {}

    /** The deliveries of a dataset, the newest period first. */
    public record Dataset(String name, List<Delivery> deliveries) {
        public Dataset {
            deliveries = List.copyOf(deliveries);
        }
    }

    /**
     * A delivery and how it went.
     *
     * @param replayed of the rows kept, how many came out of quarantine; empty where none did
     */
    public record Delivery(
            String period,
            String file,
            String received,
            String read,
            String kept,
            String rejected,
            String replayed,
            String state,
            List<Remark> remarks) {
        public Delivery {
            remarks = List.copyOf(remarks);
        }
    }

    /** A finding of a delivery, and what it did. */
    public record Remark(String count, String text, String effect) {}

    public DeliveriesPage {
        awaited = List.copyOf(awaited);
        reaches = List.copyOf(reaches);
        datasets = List.copyOf(datasets);
    }

    static DeliveriesPage of(Municipality municipality, Queries queries) throws SQLException {
        List<Awaited> awaited = queries.list("""
                select dataset_label, period_from, period_to, due_on, state_label
                from bi.expected_delivery
                inner join bi.dataset using (dataset)
                where municipality_code = ? and state not in ('delivered', 'not_due')
                order by due_on, dataset""", DeliveriesPage::awaited, municipality.code());
        boolean isAgreed = queries.list(
                        "select count(*) from bi.expected_delivery where municipality_code = ?",
                        row -> row.getLong(1) > 0,
                        municipality.code())
                .get(0);
        List<Reach> reaches = queries.list("""
                select dataset_label, last_month, is_stale, next_due_on
                from bi.freshness
                inner join bi.dataset using (dataset)
                where municipality_code = ?""", DeliveriesPage::reach, municipality.code());
        Map<String, List<Remark>> remarks = remarks(queries, municipality);
        var older = new ArrayList<Long>();
        Map<String, List<Delivery>> deliveries = new LinkedHashMap<>();
        queries.each(
                """
                with of_municipality as (
                    select
                        *,
                        max(case when is_in_use then received_at end) over of_period as used_at,
                        max(received_at) over of_period as newest_at
                    from bi.delivery
                    where municipality_code = ?
                    window of_period as (partition by dataset, period)
                ),
                told as (
                    select
                        *,
                        dense_rank() over (partition by dataset order by period desc) as place
                    from of_municipality
                    where is_in_use or (status = 'rejected' and received_at = newest_at and (used_at is null or received_at > used_at))
                )
                select
                    *,
                    epoch_us(received_at) as received_us,
                    count(*) filter (where place > %d) over () as older
                from told
                inner join bi.dataset using (dataset)
                qualify place <= %1$d
                order by place, received_at desc, delivery_id""".formatted(PERIODS_OF_A_DATASET),
                row -> {
                    deliveries
                            .computeIfAbsent(row.getString("dataset_label"), none -> new ArrayList<>())
                            .add(delivery(row, remarks.getOrDefault(row.getString("delivery_id"), List.of())));
                    older.add(row.getLong("older"));
                },
                municipality.code());
        return new DeliveriesPage(
                Frame.at(
                        Addresses.deliveries(municipality),
                        "Leveranser från " + municipality.name(),
                        "Vad " + municipality.name()
                                + " har levererat, vad som är sent eller saknas och vad som var fel.",
                        Addresses.START,
                        municipality.link()),
                municipality.name(),
                headline(awaited.size(), isAgreed),
                awaited,
                reaches.stream()
                        .sorted(Comparator.comparing(Reach::dataset, SWEDISH))
                        .toList(),
                deliveries.entrySet().stream()
                        .map(of -> new Dataset(of.getKey(), of.getValue()))
                        .sorted(Comparator.comparing(Dataset::name, SWEDISH))
                        .toList(),
                older.isEmpty() ? 0 : older.get(0));
    }

    private static String headline(int awaited, boolean isAgreed) {
        if (!isAgreed) {
            return "Kommunen har inga avtalade leveransdagar.";
        }
        return switch (awaited) {
            case 0 -> "Allt som skulle ha kommit har kommit.";
            case 1 -> "En avtalad leverans har inte kommit, eller är underkänd.";
            default -> SwedishNumbers.count(awaited) + " avtalade leveranser har inte kommit, eller är underkända.";
        };
    }

    private static Awaited awaited(ResultSet row) throws SQLException {
        return new Awaited(
                row.getString("dataset_label"),
                SwedishDates.period(new Period(
                        YearMonth.from(row.getObject("period_from", LocalDate.class)),
                        YearMonth.from(row.getObject("period_to", LocalDate.class)))),
                SwedishDates.day(row.getObject("due_on", LocalDate.class)),
                row.getString("state_label"));
    }

    private static Reach reach(ResultSet row) throws SQLException {
        return new Reach(
                row.getString("dataset_label"),
                Optional.ofNullable(row.getObject("last_month", LocalDate.class))
                        .map(month -> SwedishDates.period(new Period(YearMonth.from(month), YearMonth.from(month))))
                        .orElse("Inget har godkänts"),
                row.getBoolean("is_stale"),
                Optional.ofNullable(row.getObject("next_due_on", LocalDate.class))
                        .map(SwedishDates::day)
                        .orElse("ingen väntas"));
    }

    private static Map<String, List<Remark>> remarks(Queries queries, Municipality municipality) throws SQLException {
        return queries
                .list(
                        """
                        select delivery_id, severity_code, finding_text, finding_count
                        from bi.finding
                        where municipality_code = ?
                        order by
                            case severity_code when 'fatal' then 1 when 'error' then 2 when 'warning' then 3 else 4 end,
                            finding_count desc,
                            finding_code""",
                        row -> Map.entry(
                                row.getString("delivery_id"),
                                new Remark(
                                        SwedishNumbers.counted(row.getLong("finding_count"), "gång", "gånger"),
                                        row.getString("finding_text"),
                                        switch (row.getString("severity_code")) {
                                            case "fatal" -> "stoppar leveransen";
                                            case "error" -> "raden används inte";
                                            case "warning" -> "raden används ändå";
                                            default -> "upplysning";
                                        })),
                        municipality.code())
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Delivery delivery(ResultSet row, List<Remark> remarks) throws SQLException {
        return new Delivery(
                Period.read(row.getString("period")).map(SwedishDates::period).orElseThrow(),
                row.getString("file"),
                SwedishDates.moment(Instant.EPOCH.plus(row.getLong("received_us"), ChronoUnit.MICROS)),
                rows(row, "rows_read"),
                rows(row, "rows_kept"),
                rows(row, "rows_quarantined"),
                Queries.count(row, "rows_replayed")
                        .filter(replayed -> replayed > 0)
                        .map(replayed -> "varav " + SwedishNumbers.count(replayed) + " ur karantänen")
                        .orElse(""),
                state(row),
                remarks);
    }

    private static String rows(ResultSet row, String column) throws SQLException {
        return Queries.count(row, column).map(SwedishNumbers::count).orElse(".");
    }

    private static String state(ResultSet row) throws SQLException {
        if (!row.getBoolean("is_in_use")) {
            return "Underkänd";
        }
        return row.getBoolean("is_stale") ? "Används, fast en rättelse är underkänd" : "Används";
    }
}
