package se.trivsel.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
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
