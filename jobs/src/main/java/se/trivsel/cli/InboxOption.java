package se.trivsel.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The inbox, for commands that run jobs; nothing in it is ever changed. */
final class InboxOption {
    @Option(
            names = "--inbox",
            paramLabel = "DIR",
            description = "Where deliveries lie, a folder for each municipality (default: the samples).")
    private Path inbox = Folders.sampleInbox();

    Path inbox() {
        return inbox.toAbsolutePath().normalize();
    }
}
