package se.trivsel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.ConfigurationReader;
import se.trivsel.extract.ByteSource;
import se.trivsel.inbox.FoundFile;
import se.trivsel.inbox.Inbox;
import se.trivsel.inbox.MunicipalityKey;
import se.trivsel.job.ExitCode;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.lake.DeliveryReading;
import se.trivsel.lake.FindingCount;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Place;

/**
 * {@code check}: reads files by the same rules as a run and says what the receipt would say.
 *
 * <p>Nothing is written, and no municipality's key is needed: the pseudonyms made on the way are thrown away.
 */
@Command(
        name = "check",
        description = {
            "Validates deliveries by the same rules as a run, and writes and publishes nothing.",
            "A file in a folder that begins with its municipality's code, as in the inbox, needs no options;"
                    + " of any other, --municipality says whose it is. No key is needed."
        })
final class CheckCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private Folders folders = new Folders();

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, or folders of them.")
    private List<Path> paths = List.of();

    @Mixin
    private SentBy sentBy = new SentBy();

    @Override
    public Integer call() throws IOException {
        Configuration configuration = ConfigurationReader.readForRun(folders.config());
        MunicipalityKey key = MunicipalityKey.forThrowAway();
        boolean isRefused = false;
        for (Path file : files()) {
            isRefused |= !isAccepted(file, configuration, key);
        }
        return (isRefused ? ExitCode.INCOMPLETE : ExitCode.OK).code();
    }

    private List<Path> files() throws IOException {
        var files = new ArrayList<Path>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new WrongUsage("There is no " + path);
            }
            try (Stream<Path> below = Files.walk(path.toAbsolutePath().normalize())) {
                below.filter(Files::isRegularFile)
                        .filter(Inbox::isFinished)
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    private boolean isAccepted(Path file, Configuration configuration, MunicipalityKey key) throws IOException {
        SentBy.Recognition recognition = sentBy.recognise(file, configuration);
        if (recognition instanceof SentBy.Recognition.Known known) {
            return isAccepted(file, known, configuration, key);
        }
        if (recognition instanceof SentBy.Recognition.Unknown unknown) {
            refuse(file, unknown);
        }
        return false;
    }

    private boolean isAccepted(
            Path file, SentBy.Recognition.Known known, Configuration configuration, MunicipalityKey key)
            throws IOException {
        FoundFile found = known.file();
        try (var reading = reading(found, configuration, key)) {
            reading.read(reading::normalise);
            boolean isAccepted = tell(file, found, reading);
            if (!known.isNamedAsAgreed()) {
                tellName(found);
            }
            return isAccepted;
        }
    }

    private static DeliveryReading reading(FoundFile file, Configuration configuration, MunicipalityKey key)
            throws IOException {
        ByteSource bytes = () -> Files.newInputStream(file.path());
        return file.source().sharing().isPresent()
                ? DeliveryReading.ofShared(configuration, file.source(), file.period(), file.municipality(), key, bytes)
                : DeliveryReading.open(configuration, file.source(), file.period(), key, bytes);
    }

    private boolean tell(Path file, FoundFile found, DeliveryReading reading) {
        var assessment = reading.assessment();
        boolean isAccepted = assessment.status() == DeliveryManifest.Status.ACCEPTED;
        spec.commandLine()
                .getOut()
                .printf(
                        "%s  %s%n    %s %s %s: %d rader lästa, %d godtagna, %d avvisade%s%n",
                        isAccepted ? "GODTAGEN" : "AVVISAD ",
                        file,
                        found.municipality(),
                        found.source().dataset(),
                        found.period(),
                        assessment.rowsRead(),
                        assessment.rowsKept(),
                        assessment.rowsRejected(),
                        assessment.rowsSetAside() == 0 ? "" : ", " + assessment.rowsSetAside() + " bortvalda");
        assessment.findings().forEach(this::tell);
        return isAccepted;
    }

    private void tell(FindingCount finding) {
        spec.commandLine()
                .getOut()
                .printf(
                        "    %s (%d): %s %s%n",
                        finding.code().code(),
                        finding.count(),
                        finding.code().what(),
                        finding.code().remedy());
        finding.examples().forEach(place -> spec.commandLine().getOut().println("        " + swedish(place)));
    }

    private static String swedish(Place place) {
        String line = place.line() == 0 ? "hela filen" : "rad " + place.line();
        return place.heading()
                .map(heading -> line + ", kolumnen \"" + heading + "\"")
                .orElse(line);
    }

    /** The content was checked, but in the inbox nobody would know what the file is. */
    private void tellName(FoundFile found) {
        String name = String.valueOf(found.path().getFileName());
        boolean isOnlyThePeriodUnknown =
                found.source().files().stream().anyMatch(pattern -> !pattern.statesPeriod() && pattern.takes(name));
        FindingCode unknown = isOnlyThePeriodUnknown ? FindingCode.PERIOD_NOT_FOUND : FindingCode.UNKNOWN_FILE;
        spec.commandLine().getOut().println("    Obs: " + unknown.what());
        found.source().files().stream()
                .map(pattern -> pattern.fileName(found.period()))
                .filter(other -> found.source().files().stream()
                        .anyMatch(pattern -> pattern.period(other).equals(Optional.of(found.period()))))
                .findFirst()
                .ifPresent(other ->
                        spec.commandLine().getOut().println("    Döp den till " + other + " när den skickas."));
    }

    private void refuse(Path file, SentBy.Recognition.Unknown unknown) {
        FindingCode code = unknown.reason();
        spec.commandLine()
                .getOut()
                .printf(
                        "AVVISAD   %s%n    %s: %s %s%n    %s%n",
                        file, code.code(), code.what(), code.remedy(), unknown.hint());
    }
}
