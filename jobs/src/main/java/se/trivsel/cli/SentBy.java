package se.trivsel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.FilePattern;
import se.trivsel.contract.Municipality;
import se.trivsel.contract.Source;
import se.trivsel.extract.ByteSource;
import se.trivsel.extract.UnreadableDelivery;
import se.trivsel.inbox.FoundFile;
import se.trivsel.inbox.Inbox;
import se.trivsel.inbox.MunicipalityKey;
import se.trivsel.inbox.NamedFile;
import se.trivsel.intake.PeriodInFile;
import se.trivsel.lake.DeliveryReading;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.Period;
import se.trivsel.vocabulary.SourceKind;

/**
 * Whose files they are and what they hold, as options, for files that do not lie in the inbox.
 *
 * <p>What an option does not say, the folder and the file's name do. A file that is named otherwise than agreed can be
 * read all the same when its dataset and period are told; in the inbox it would be refused.
 */
final class SentBy {
    @Option(
            names = "--municipality",
            paramLabel = "CODE",
            description = "The sender's four-digit code (default: what the file's folder begins with).")
    private String municipality = "";

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            description = "hr, case or invoice, or the name of a system in config/sources, which a municipality that"
                    + " is not configured yet needs (default: the systems of the municipality).")
    private String source = "";

    @Option(
            names = "--dataset",
            paramLabel = "NAME",
            description = "What the files hold, where their names do not tell, such as employment.")
    private String dataset = "";

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            description = "What time they cover, where their names do not tell: 2015, 2015-03 or 2015-01--2015-03.")
    private String period = "";

    /** What is known about a file. */
    sealed interface Recognition {
        /**
         * It can be read.
         *
         * @param isNamedAsAgreed whether the inbox would know it too
         */
        record Known(FoundFile file, boolean isNamedAsAgreed) implements Recognition {}

        /** It cannot; the hint says in Swedish what would help. */
        record Unknown(FindingCode reason, String hint) implements Recognition {}
    }

    /** The files at some paths and below them, as far as the inbox would look at them; prepared ones were checked already. */
    static List<Path> files(List<Path> paths) throws IOException {
        var files = new ArrayList<Path>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new WrongUsage("There is no " + path);
            }
            if (Files.isRegularFile(path) && FilePattern.isPrepared(path.toString())) {
                throw new WrongUsage(
                        path + " is prepared: it was checked then, and the run that receives it verifies it.");
            }
            try (Stream<Path> below = Files.walk(path.toAbsolutePath().normalize())) {
                below.filter(Files::isRegularFile)
                        .filter(Inbox::isFinished)
                        .filter(file -> !FilePattern.isPrepared(String.valueOf(file.getFileName())))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    /** What is in a file; of one with rows of several municipalities, what is in the rows of the one found. */
    static DeliveryReading reading(FoundFile file, Configuration configuration, MunicipalityKey key)
            throws IOException {
        ByteSource bytes = () -> Files.newInputStream(file.path());
        return file.source().sharing().isPresent()
                ? DeliveryReading.ofShared(configuration, file.source(), file.period(), file.municipality(), key, bytes)
                : DeliveryReading.open(configuration, file.source(), file.period(), key, bytes);
    }

    /** The name that the inbox would know the file by: the one given where it would, otherwise the plainest. */
    static Optional<String> agreedName(FoundFile found, String... own) {
        List<FilePattern> patterns = found.source().files();
        return Stream.concat(Stream.of(own), patterns.stream().map(pattern -> pattern.fileName(found.period())))
                .filter(name -> patterns.stream()
                        .anyMatch(pattern -> pattern.period(name).equals(Optional.of(found.period()))))
                .findFirst();
    }

    Recognition recognise(Path file, Configuration configuration) throws IOException {
        Optional<MunicipalityCode> sender = sender(file, configuration);
        if (sender.isEmpty()) {
            return new Recognition.Unknown(FindingCode.UNKNOWN_FOLDER, "Eller ange vems filen är: --municipality KOD.");
        }
        Map<SourceKind, String> systems = systems(sender.get(), configuration);
        Optional<NamedFile> named = Inbox.recognise(file, sender.get(), systems, configuration)
                .filter(known -> dataset.isEmpty() || known.source().dataset().equals(dataset));
        return named.isPresent()
                ? dated(named.get(), true, configuration)
                : byOptions(file, sender.get(), systems, configuration);
    }

    /** With the period that is told, or else the one that the file's name or the file itself states. */
    private Recognition dated(NamedFile file, boolean isNamedAsAgreed, Configuration configuration) throws IOException {
        Optional<Period> told = period();
        FindingCode unknown = FindingCode.PERIOD_NOT_FOUND;
        Optional<Period> stated = file.period();
        if (stated.isEmpty()) {
            try {
                stated = PeriodInFile.read(
                        () -> Files.newInputStream(file.path()),
                        file.source(),
                        Objects.requireNonNull(
                                configuration.contracts().get(file.source().dataset())));
            } catch (UnreadableDelivery unreadable) {
                unknown = unreadable.findings().get(0).code();
            }
        }
        Optional<Period> covers = told.isPresent() ? told : stated;
        if (covers.isEmpty()) {
            return new Recognition.Unknown(
                    unknown,
                    unknown == FindingCode.PERIOD_NOT_FOUND
                            ? "Eller ange vilken tid den gäller, så läses den ändå: --period 2015-01--2015-12."
                            : "Är filen rätt, så är den fel beskriven i config/sources: se charset och layout.");
        }
        boolean isAsAgreed =
                isNamedAsAgreed && (file.period().isEmpty() ? stated.isPresent() : covers.equals(file.period()));
        return new Recognition.Known(
                new FoundFile(file.path(), file.municipality().orElseThrow(), file.kind(), file.source(), covers.get()),
                isAsAgreed);
    }

    private Recognition byOptions(
            Path file, MunicipalityCode sender, Map<SourceKind, String> systems, Configuration configuration)
            throws IOException {
        boolean isTold = period().isPresent();
        var possible = new ArrayList<NamedFile>();
        systems.forEach((kind, system) -> configuration.sources(kind, system).stream()
                .filter(described -> dataset.isEmpty() || described.dataset().equals(dataset))
                .filter(described -> isTold || described.period().isPresent())
                .forEach(described ->
                        possible.add(new NamedFile(file, Optional.of(sender), kind, described, Optional.empty()))));
        if (possible.size() == 1) {
            return dated(possible.get(0), false, configuration);
        }
        return new Recognition.Unknown(
                FindingCode.UNKNOWN_FILE,
                "Eller ange vad filen innehåller och vilken tid den gäller: --dataset "
                        + String.join("|", datasets(systems, configuration)) + " --period 2015-01--2015-12.");
    }

    /** As a folder of the inbox is called after a municipality, so may any folder be. */
    private Optional<MunicipalityCode> sender(Path file, Configuration configuration) {
        if (municipality.isEmpty()) {
            return Optional.ofNullable(file.getParent())
                    .flatMap(folder -> Inbox.owner(folder, configuration))
                    .map(Municipality::code);
        }
        if (!MunicipalityCode.isCode(municipality)) {
            throw new WrongUsage("--municipality " + municipality + " is not a code of four digits, such as 2062.");
        }
        return Optional.of(new MunicipalityCode(municipality));
    }

    private Map<SourceKind, String> systems(MunicipalityCode sender, Configuration configuration) {
        var systems = new EnumMap<SourceKind, String>(SourceKind.class);
        Optional.ofNullable(configuration.municipalities().get(sender))
                .ifPresent(configured -> systems.putAll(configured.systemByKind()));
        if (source.isEmpty()) {
            if (systems.isEmpty()) {
                throw new WrongUsage("Municipality " + sender
                        + " is not configured: write config/municipalities/" + sender
                        + "-<name>.yaml, or name the system its files come from with --source.");
            }
            return systems;
        }
        for (SourceKind kind : SourceKind.values()) {
            if (!configuration.sources(kind, source).isEmpty()) {
                return Map.of(kind, source);
            }
            if (kind.code().equals(source)) {
                systems.keySet().retainAll(List.of(kind));
                if (systems.isEmpty()) {
                    throw new WrongUsage("No " + source + " system of municipality " + sender
                            + " is configured: name the system itself with --source.");
                }
                return systems;
            }
        }
        throw new WrongUsage("--source " + source + " is neither hr, case or invoice nor a system in config/sources.");
    }

    private Optional<Period> period() {
        if (period.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Period.read(period)
                .orElseThrow(() -> new WrongUsage(
                        "--period " + period + " is not a period, such as 2015, 2015-03 or 2015-01--2015-03.")));
    }

    private static List<String> datasets(Map<SourceKind, String> systems, Configuration configuration) {
        return systems.entrySet().stream()
                .flatMap(system -> configuration.sources(system.getKey(), system.getValue()).stream())
                .map(Source::dataset)
                .collect(Collectors.toList());
    }
}
