package se.trivsel.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.ConfigurationReader;
import se.trivsel.contract.Contract;
import se.trivsel.contract.FilePattern;
import se.trivsel.inbox.Delivery;
import se.trivsel.inbox.FoundFile;
import se.trivsel.inbox.KeyRing;
import se.trivsel.inbox.MunicipalityKey;
import se.trivsel.job.ExitCode;
import se.trivsel.job.ProgramVersion;
import se.trivsel.job.RunLock;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.lake.Lake;
import se.trivsel.lake.LakeWriter;
import se.trivsel.lake.PreparedFile;
import se.trivsel.normalise.NormalisedBlock;
import se.trivsel.normalise.WrittenPersonalNumber;
import se.trivsel.vocabulary.DurableFiles;
import se.trivsel.vocabulary.MunicipalityCode;

/**
 * {@code prepare}: reads files at the municipality, and writes what may leave it.
 *
 * <p>The home folder is the municipality's own: its key, its rejected rows and its pseudonymised copies stay there. Only
 * what lies in the folder of {@code --out} is sent.
 */
@Command(
        name = "prepare",
        description = {
            "At the municipality: validates deliveries, replaces personal numbers with pseudonyms made by its own key, and"
                    + " writes signed files to be sent instead of them.",
            "Prints what check prints. Rejected rows stay in the home folder (quarantine list, quarantine show).",
            "A file in a folder that begins with its municipality's code needs no options, as in the inbox."
        })
final class PrepareCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private Folders folders = new Folders();

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, or folders of them.")
    private List<Path> paths = List.of();

    @Mixin
    private SentBy sentBy = new SentBy();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description =
                    "The municipality's key: 32 bytes, Base64 (default: keys/<code>.key in the home folder, which is"
                            + " made at the first file).")
    private Optional<Path> keyFile = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where what is to be sent is written.")
    private Path out = Path.of("");

    @Option(
            names = "--write-signature-key",
            paramLabel = "FILE",
            description = "Also writes what the receiver needs to verify the signature, from which no pseudonym can be"
                    + " made; the receiver keeps it as keys/<code>.signature-key.")
    private Optional<Path> signatureKeyFile = Optional.empty();

    @Override
    public Integer call() throws IOException {
        Configuration configuration = ConfigurationReader.readForRun(folders.config());
        if (Files.exists(folders.home().archive())) {
            throw new WrongUsage(folders.home().root() + " is where a run keeps what it has received: name another"
                    + " folder with --home.");
        }
        Map<Path, FoundFile> foundByTarget = new LinkedHashMap<>();
        boolean isWhole = recognise(configuration, foundByTarget);
        if (foundByTarget.isEmpty()) {
            return exitCode(isWhole);
        }
        try (var lock = RunLock.tryAcquire(folders.home()).orElse(null)) {
            if (lock == null) {
                spec.commandLine()
                        .getErr()
                        .println("Another run holds " + folders.home().root() + ".");
                return ExitCode.LOCKED.code();
            }
            Files.createDirectories(out);
            var lake = new Lake(folders.home());
            MunicipalityKey key = key(foundByTarget.values().iterator().next().municipality(), lake);
            for (Map.Entry<Path, FoundFile> found : foundByTarget.entrySet()) {
                isWhole &= isAccepted(found.getValue(), configuration, lake, key, found.getKey());
            }
            return exitCode(isWhole);
        }
    }

    private static int exitCode(boolean isWhole) {
        return (isWhole ? ExitCode.OK : ExitCode.INCOMPLETE).code();
    }

    /** What the files are, and what each will become; false when somebody has to say more about one. */
    private boolean recognise(Configuration configuration, Map<Path, FoundFile> foundByTarget) throws IOException {
        boolean isWhole = true;
        for (Path file : SentBy.files(paths)) {
            SentBy.Recognition recognition = sentBy.recognise(file, configuration);
            if (recognition instanceof SentBy.Recognition.Known known) {
                Path target = out.resolve(name(known.file()));
                if (foundByTarget.putIfAbsent(target, known.file()) != null) {
                    throw new WrongUsage("Two files would become " + target + ": prepare them one by one.");
                }
            } else if (recognition instanceof SentBy.Recognition.Unknown unknown) {
                answer().refuse(file, unknown);
                isWhole = false;
            }
        }
        if (foundByTarget.values().stream()
                        .map(FoundFile::municipality)
                        .distinct()
                        .count()
                > 1) {
            throw new WrongUsage(
                    "The files are of several municipalities, which have a key each: prepare them one by one.");
        }
        return isWhole;
    }

    /** The receiver goes by the name: it is the agreed one, and holds no personal number. */
    private static String name(FoundFile found) {
        String own = WrittenPersonalNumber.hidden(String.valueOf(found.path().getFileName()));
        return SentBy.agreedName(found, own)
                        .orElseThrow(() -> new WrongUsage("No name of a file tells the period " + found.period()
                                + ": the source allows for " + found.source().files() + "."))
                + FilePattern.PREPARED;
    }

    private boolean isAccepted(
            FoundFile found, Configuration configuration, Lake lake, MunicipalityKey key, Path target)
            throws IOException {
        Contract contract = Objects.requireNonNull(
                configuration.contracts().get(found.source().dataset()));
        Clock clock = Clock.system(ZoneId.of("Europe/Stockholm"));
        var delivery = Delivery.atItsMunicipality(found, key, clock.instant());
        try (var reading = SentBy.reading(found, configuration, key);
                var writer = LakeWriter.open(lake, delivery, configuration, found.source(), key);
                var prepared = PreparedFile.create(target, contract)) {
            for (var block = reading.read(); block.isPresent(); block = reading.read()) {
                NormalisedBlock rows = reading.normalise(block.get());
                writer.write(rows);
                prepared.write(rows);
            }
            DeliveryManifest manifest = writer.finish(reading.assessment(), LocalDate.now(clock), clock.instant());
            answer().tell(found, reading.assessment());
            if (manifest.isAccepted()) {
                String programVersion = ProgramVersion.ofThisBuild().version();
                prepared.commit(manifest, configuration.contractVersion(contract), programVersion, key.signature());
                answer().tellPrepared(target);
            }
            return manifest.isAccepted();
        }
    }

    /** The key that was used here before; with another one the receiver would know nobody again. */
    private MunicipalityKey key(MunicipalityCode municipality, Lake lake) throws IOException {
        KeyRing keys = keyFile.map(KeyRing::ofFile)
                .orElseGet(() -> KeyRing.open(folders.home().keys(), true));
        lake.manifests().stream()
                .filter(manifest -> manifest.municipality().equals(municipality))
                .forEach(manifest -> keys.asBefore(municipality, manifest.keyId()));
        MunicipalityKey key = keys.forNewcomer(municipality);
        if (signatureKeyFile.isPresent()) {
            byte[] written = key.signature().encoded().getBytes(StandardCharsets.US_ASCII);
            DurableFiles.write(signatureKeyFile.get(), written);
        }
        return key;
    }

    private FileAnswer answer() {
        return new FileAnswer(spec.commandLine().getOut());
    }
}
