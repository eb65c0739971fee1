package se.trivsel.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The inbox, for commands that run jobs; nothing in it is ever changed. */
final class InboxOption {
    @Option(
            names = "--inbox",
            paramLabel = "DIR",
            description =
                    "Where deliveries lie, a folder for each municipality (default: the samples, beside the sources; folder 'inbox'"
                            + " of an installed program).")
    private Path inbox = defaultInbox();

    Path inbox() {
        return Folders.real(inbox);
    }

    /** An installed program has no samples: invented figures must not come into a real home by a forgotten option. */
    private static Path defaultInbox() {
        Path samples = Folders.ROOT.resolve("data-samples");
        return Files.isDirectory(samples) ? samples.resolve("inbox") : Folders.ROOT.resolve("inbox");
    }
}
