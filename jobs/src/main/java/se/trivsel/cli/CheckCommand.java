package se.trivsel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.ConfigurationReader;
import se.trivsel.inbox.FoundFile;
import se.trivsel.inbox.MunicipalityKey;
import se.trivsel.job.ExitCode;
import se.trivsel.lake.DeliveryManifest;

/**
 * {@code check}: reads files by the same rules as a run and says what the receipt would say.
 *
 * <p>Nothing is written, and no municipality's key is needed: the pseudonyms made on the way are thrown away. What a
 * municipality has prepared was checked then, and is passed over.
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
        var answer = new FileAnswer(spec.commandLine().getOut());
        boolean isRefused = false;
        for (Path file : SentBy.files(paths)) {
            isRefused |= !isAccepted(file, configuration, key, answer);
        }
        return (isRefused ? ExitCode.INCOMPLETE : ExitCode.OK).code();
    }

    private boolean isAccepted(Path file, Configuration configuration, MunicipalityKey key, FileAnswer answer)
            throws IOException {
        SentBy.Recognition recognition = sentBy.recognise(file, configuration);
        if (recognition instanceof SentBy.Recognition.Known known) {
            return isAccepted(known, configuration, key, answer);
        }
        if (recognition instanceof SentBy.Recognition.Unknown unknown) {
            answer.refuse(file, unknown);
        }
        return false;
    }

    private static boolean isAccepted(
            SentBy.Recognition.Known known, Configuration configuration, MunicipalityKey key, FileAnswer answer)
            throws IOException {
        FoundFile found = known.file();
        try (var reading = SentBy.reading(found, configuration, key)) {
            reading.read(reading::normalise);
            answer.tell(found, reading.assessment());
            if (!known.isNamedAsAgreed()) {
                answer.tellName(found);
            }
            return reading.assessment().status() == DeliveryManifest.Status.ACCEPTED;
        }
    }
}
