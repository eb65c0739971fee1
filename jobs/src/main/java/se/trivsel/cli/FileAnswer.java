package se.trivsel.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import se.trivsel.inbox.FoundFile;
import se.trivsel.lake.Assessment;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.lake.FindingCount;
import se.trivsel.report.Totals;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Place;

/**
 * What a sender who reads a file on its own screen is told of it, in Swedish.
 *
 * <p>Codes, counts and places, as in the receipt; never what stood there.
 */
final class FileAnswer {
    /** Keys of the source's description to look at when a file is right and read wrongly. */
    private static final Map<FindingCode, String> KEYS = Map.ofEntries(
            Map.entry(FindingCode.UNREADABLE_TEXT, "format.charset"),
            Map.entry(FindingCode.MALFORMED_FILE, "format.quote, format.escape"),
            Map.entry(FindingCode.UNEXPECTED_FORMAT, "format.layout"),
            Map.entry(
                    FindingCode.MISSING_COLUMN,
                    "columns, format.separator, format.preamble_lines, format.heading_rows"),
            Map.entry(FindingCode.UNKNOWN_COLUMN, "columns, ignored"),
            Map.entry(FindingCode.WRONG_FIELD_COUNT, "format.separator, format.quote, trailer.first_cells"),
            Map.entry(FindingCode.CONTROL_TOTAL_DIFFERS, "trailer"),
            Map.entry(FindingCode.NOT_A_DATE, "format.day, format.open_end, format.no_value"),
            Map.entry(FindingCode.NOT_A_MONTH, "format.month, format.no_value"),
            Map.entry(FindingCode.NOT_A_NUMBER, "format.decimal, format.thousands, format.units, percent"),
            Map.entry(FindingCode.NOT_A_FLAG, "format.yes, format.no"),
            Map.entry(FindingCode.UNKNOWN_CODE, "codes, other_codes"),
            Map.entry(FindingCode.MISSING_VALUE, "format.no_value, fixed"),
            Map.entry(FindingCode.INVALID_PERSONAL_NUMBER, "local_ids"),
            Map.entry(FindingCode.PERIOD_NOT_FOUND, "files, period"));

    private final PrintWriter out;

    FileAnswer(PrintWriter out) {
        this.out = out;
    }

    void tell(FoundFile found, Assessment assessment) {
        out.printf(
                "%s  %s%n    %s %s %s: %d rader lästa, %d godtagna, %d avvisade%s%n",
                assessment.status() == DeliveryManifest.Status.ACCEPTED ? "GODTAGEN" : "AVVISAD ",
                found.path(),
                found.municipality(),
                found.source().dataset(),
                found.period(),
                assessment.rowsRead(),
                assessment.rowsKept(),
                assessment.rowsRejected(),
                assessment.rowsSetAside() == 0 ? "" : ", " + assessment.rowsSetAside() + " bortvalda");
        assessment
                .controlTotals()
                .forEach(total ->
                        out.println("    Kontrollsumma " + total.column() + ": " + Totals.inWords(total) + "."));
        assessment.findings().forEach(this::tell);
    }

    private void tell(FindingCount finding) {
        out.printf(
                "    %s (%d): %s %s%n",
                finding.code().code(),
                finding.count(),
                finding.code().what(),
                finding.code().remedy());
        finding.examples().forEach(place -> out.println("        " + swedish(place)));
        Optional.ofNullable(KEYS.get(finding.code()))
                .ifPresent(keys -> out.println("        Är filen rätt, se i källans beskrivning: " + keys));
    }

    private static String swedish(Place place) {
        String line = place.line() == 0 ? "hela filen" : "rad " + place.line();
        return place.heading()
                .map(heading -> line + ", kolumnen \"" + heading + "\"")
                .orElse(line);
    }

    /** The content was checked, but in the inbox nobody would know what the file is. */
    void tellName(FoundFile found) {
        String own = String.valueOf(found.path().getFileName());
        boolean isOnlyThePeriodUnknown =
                found.source().files().stream().anyMatch(pattern -> !pattern.statesPeriod() && pattern.takes(own));
        FindingCode unknown = isOnlyThePeriodUnknown ? FindingCode.PERIOD_NOT_FOUND : FindingCode.UNKNOWN_FILE;
        out.println("    Obs: " + unknown.what());
        SentBy.agreedName(found).ifPresent(name -> out.println("    Döp den till " + name + " när den skickas."));
    }

    void tellPrepared(Path prepared) {
        out.println("    Förberedd: " + prepared);
    }

    void refuse(Path file, SentBy.Recognition.Unknown unknown) {
        FindingCode code = unknown.reason();
        out.printf(
                "AVVISAD   %s%n    %s: %s %s%n    %s%n", file, code.code(), code.what(), code.remedy(), unknown.hint());
    }
}
