package se.trivsel.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
import se.trivsel.lake.DeliveryReading;
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
        List<Path> files = SentBy.files(paths);
        if (Files.exists(folders.home().archive())) {
            throw new WrongUsage(
                    folders.home().root() + " is where a run keeps what it has received: name another folder"
                            + " with --home, and the key with --key.");
        }
        try (var lock = RunLock.tryAcquire(folders.home()).orElse(null)) {
            if (lock == null) {
                spec.commandLine()
                        .getErr()
                        .println("Another run holds " + folders.home().root() + ".");
                return ExitCode.LOCKED.code();
            }
            Files.createDirectories(out);
            var written = new HashSet<Path>();
            boolean isRefused = false;
            for (Path file : files) {
                isRefused |= !isAccepted(file, configuration, written);
            }
            return (isRefused ? ExitCode.INCOMPLETE : ExitCode.OK).code();
        }
    }

    private boolean isAccepted(Path file, Configuration configuration, Set<Path> written) throws IOException {
        SentBy.Recognition recognition = sentBy.recognise(file, configuration);
        if (recognition instanceof SentBy.Recognition.Known known) {
            Path target = out.resolve(name(known.file()));
            if (!written.add(target)) {
                throw new WrongUsage("Two files would become " + target + ": prepare them into folders of their own.");
            }
            return isAccepted(known.file(), configuration, target);
        }
        if (recognition instanceof SentBy.Recognition.Unknown unknown) {
            answer().refuse(file, unknown);
        }
        return false;
    }

    /** The receiver goes by the name: it is the agreed one, and holds no personal number. */
    private static String name(FoundFile found) {
        String own = WrittenPersonalNumber.hidden(String.valueOf(found.path().getFileName()));
        Stream<String> agreed = found.source().files().stream().map(pattern -> pattern.fileName(found.period()));
        return FileAnswer.agreed(found, Stream.concat(Stream.of(own), agreed))
                        .orElseThrow(() -> new WrongUsage("No name of a file tells the period " + found.period()
                                + ": the source allows for " + found.source().files() + "."))
                + FilePattern.PREPARED;
    }

    private boolean isAccepted(FoundFile found, Configuration configuration, Path target) throws IOException {
        var lake = new Lake(folders.home());
        MunicipalityKey key = key(found.municipality(), lake);
        Contract contract = Objects.requireNonNull(
                configuration.contracts().get(found.source().dataset()));
        Clock clock = Clock.system(ZoneId.of("Europe/Stockholm"));
        var delivery = Delivery.atItsMunicipality(found, key, clock.instant());
        try (var reading = DeliveryReading.open(
                        configuration, found.source(), found.period(), key, () -> Files.newInputStream(found.path()));
                var writer = LakeWriter.open(lake, delivery, configuration, found.source(), key);
                var prepared = PreparedFile.create(target, contract)) {
            for (var block = reading.read(); block.isPresent(); block = reading.read()) {
                NormalisedBlock rows = reading.normalise(block.get());
                writer.write(rows);
                prepared.write(rows);
            }
            DeliveryManifest manifest = writer.finish(reading.assessment(), LocalDate.now(clock));
            answer().tell(found, reading.assessment());
            if (manifest.isAccepted()) {
                String programVersion = ProgramVersion.ofThisBuild().version();
                prepared.commit(manifest, configuration.contractVersion(contract), programVersion, key.signature());
                answer().tellPrepared(target);
            }
            return manifest.isAccepted();
        }
    }

    /** The key that the municipality has prepared with before; with another one the receiver would know nobody again. */
    private MunicipalityKey key(MunicipalityCode municipality, Lake lake) throws IOException {
        KeyRing keys = keyFile.map(KeyRing::ofFile)
                .orElseGet(() -> KeyRing.open(folders.home().keys(), true));
        MunicipalityKey key = lake.manifests().stream()
                .filter(manifest -> manifest.municipality().equals(municipality))
                .findFirst()
                .map(before -> keys.asBefore(municipality, before.keyId()))
                .orElseGet(() -> keys.forNewcomer(municipality));
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
