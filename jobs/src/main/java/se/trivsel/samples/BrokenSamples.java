package se.trivsel.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.Contract;
import se.trivsel.contract.Municipality;
import se.trivsel.contract.Source;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.Period;

/**
 * Makes up an inbox for each thing that can be wrong with a file: one small file in it, with that one fault.
 *
 * <p>A file that changes while it is read cannot be kept, so that fault has no inbox; nor have those that take more
 * than one file or a key to see, or a source that asks for them as none of the shipped ones does.
 */
public final class BrokenSamples {
    private static final int ROWS = 24;
    private static final Period YEAR = Period.year(2014);

    private BrokenSamples() {}

    /** Writes {@code <finding code>/<municipality>/<file>} under a folder. */
    public static void write(Configuration configuration, Path out) {
        for (FindingCode code : FindingCode.values()) {
            broken(code).ifPresent(broken -> write(configuration, broken, out.resolve(code.code())));
        }
    }

    private static Optional<Broken> broken(FindingCode code) {
        return switch (code) {
            case FILE_CHANGED_WHILE_READ,
                    MISSING_SHEET,
                    SIGNATURE_INVALID,
                    PREPARED_BY_OTHER_RULES,
                    NOT_PREPARED,
                    VALUE_WITHHELD,
                    EXTRA_FIELDS,
                    CODE_BY_DEFAULT,
                    CONTROL_TOTAL_DEVIATES,
                    PURGED_PERSON,
                    PERIOD_NOT_FOUND,
                    UNKNOWN_MUNICIPALITY,
                    OVERLAPPING_EMPLOYMENT,
                    ABSENCE_OUTSIDE_EMPLOYMENT,
                    PLACEMENT_LEFT_OPEN,
                    DECISION_BEFORE_REPORT,
                    INVESTIGATION_BEFORE_REFERRAL,
                    HANDLER_NOT_EMPLOYED,
                    AMOUNT_IN_OTHER_CURRENCY,
                    CREDIT_NOTE_WITHOUT_INVOICE,
                    IMPLAUSIBLE_ROW_COUNT,
                    IMPLAUSIBLE_TOTAL,
                    IMPLAUSIBLE_TURNOVER,
                    SURVEY_OUT_OF_RANGE -> Optional.empty();
            case UNKNOWN_FOLDER -> Optional.of(text(lines -> lines).in("9999-okand"));
            case UNKNOWN_FILE -> Optional.of(text(lines -> lines).called("semesterlista.csv"));
            case UNREADABLE_TEXT -> line(12, line -> line.replace(";J", ";\u0081"));
            case MALFORMED_FILE -> line(12, line -> "\"" + line);
            case UNEXPECTED_FORMAT -> Optional.of(Broken.text(text -> Packing.OLD_EXCEL + text));
            case MALFORMED_ARCHIVE ->
                packed(text -> Packing.zip(List.of("franvaro_2014.csv"), text).substring(0, 200));
            case ARCHIVE_NOT_ONE_FILE ->
                packed(text -> Packing.zip(List.of("franvaro_2014.csv", "franvaro_2014 (1).csv"), text));
            case ARCHIVE_TOO_LARGE ->
                packed(text -> Packing.zip(
                        IntStream.range(0, 70).mapToObj(i -> "del" + i + "/").toList(), ""));
            case MISSING_COLUMN -> each(line -> line.replaceFirst("^([^;]*;[^;]*);[^;]*", "$1"));
            case REPEATED_COLUMN -> each(line -> line.replaceFirst("^([^;]*;[^;]*);([^;]*)", "$1;$2;$2"));
            case EMPTY_FILE -> Optional.of(text(lines -> lines.subList(0, 1)));
            case CONTROL_TOTAL_DIFFERS ->
                Optional.of(Broken.text(
                        "0480", "0480-nykoping", "ledger_line", text -> text.replace("2544000,00", "2544900,00")));
            case TOO_MANY_REJECTED ->
                Optional.of(Broken.rows("absence", List.of(6, 12, 18), row -> row.verbatim("started_on", "20140231")));
            case WRONG_FIELD_COUNT -> line(12, line -> line + ";J");
            case ERROR_IN_CELL -> row(row -> row.verbatim("absence_no", "#N/A"));
            case MISSING_VALUE -> row(row -> row.verbatim("employment", ""));
            case NOT_A_DATE -> row(row -> row.verbatim("started_on", "20140231"));
            case NOT_A_MONTH -> Optional.of(Broken.row("work_time", row -> row.verbatim("month", "201413")));
            case NOT_A_NUMBER -> row(row -> row.verbatim("extent_share", "1OO"));
            case NOT_A_FLAG -> row(row -> row.verbatim("is_certified", "kanske"));
            case TEXT_TOO_LONG -> row(row -> row.verbatim("absence_no", "F100013".repeat(5)));
            case UNKNOWN_CODE -> row(row -> row.verbatim("absence_reason_code", "SJJ"));
            case INVALID_PERSONAL_NUMBER ->
                Optional.of(Broken.row("employment", row -> row.verbatim("person", "198013012384")));
            case INVALID_ORGANISATION_NUMBER ->
                Optional.of(Broken.row("ledger_line", row -> row.verbatim("supplier_org_no", "5599900019")));
            case END_BEFORE_START -> row(row -> row.verbatim("ended_on", "20131231"));
            case DUPLICATE_KEY -> row(row -> row.word("absence_no", "F100001"));
            case PERSONAL_NUMBER_IN_TEXT -> row(row -> row.verbatim("absence_no", "F 19800101-2387"));
            case UNKNOWN_COLUMN ->
                Optional.of(text(lines -> changed(
                        lines.stream().map(line -> line + ";").toList(), 0, heading -> heading + "Anteckning")));
        };
    }

    private static Optional<Broken> row(UnaryOperator<Row> change) {
        return Optional.of(Broken.row("absence", change));
    }

    private static Optional<Broken> line(int index, UnaryOperator<String> change) {
        return Optional.of(text(lines -> changed(lines, index, change)));
    }

    private static Optional<Broken> each(UnaryOperator<String> change) {
        return Optional.of(text(lines -> lines.stream().map(change).toList()));
    }

    private static Optional<Broken> packed(UnaryOperator<String> change) {
        return Optional.of(Broken.text(change).called("franvaro_2014.csv.zip"));
    }

    private static Broken text(UnaryOperator<List<String>> change) {
        return Broken.text(text -> change.apply(text.lines().toList()).stream()
                .map(line -> line + "\r\n")
                .collect(Collectors.joining()));
    }

    private static List<String> changed(List<String> lines, int index, UnaryOperator<String> change) {
        var changed = new ArrayList<>(lines);
        changed.set(index, change.apply(changed.get(index)));
        return changed;
    }

    private static void write(Configuration configuration, Broken broken, Path inbox) {
        var code = new MunicipalityCode(broken.municipality());
        Municipality municipality =
                Objects.requireNonNull(configuration.municipalities().get(code), broken.municipality());
        Contract contract = Objects.requireNonNull(configuration.contracts().get(broken.dataset()), broken.dataset());
        String system = Objects.requireNonNull(municipality.systemByKind().get(contract.kind()), broken.dataset());
        Source source =
                configuration.source(contract.kind(), system, broken.dataset()).orElseThrow();
        String name = broken.name().isEmpty() ? Exports.fileName(source, YEAR, "") : broken.name();
        Path file = inbox.resolve(broken.folder()).resolve(name);
        try {
            Files.createDirectories(inbox.resolve(broken.folder()));
            writeRows(file, contract, source, broken);
            // One character a byte, so that what is not changed stays as it was.
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            Files.writeString(file, broken.text().apply(text), StandardCharsets.ISO_8859_1);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write " + file, failure);
        }
    }

    private static void writeRows(Path file, Contract contract, Source source, Broken broken) throws IOException {
        var habits = new Habits(false, "\r\n", false);
        try (SourceFile out = SourceFile.create(file, contract, source, habits)) {
            for (int i = 1; i <= ROWS; i++) {
                Row row = SmallRows.of(broken.dataset(), i);
                out.write(broken.faulty().contains(i) ? broken.row().apply(row) : row);
            }
        }
    }
}
