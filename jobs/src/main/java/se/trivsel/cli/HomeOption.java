package se.trivsel.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import se.trivsel.inbox.Archive;
import se.trivsel.inbox.KeyRing;
import se.trivsel.vocabulary.Home;

/** The home folder, for commands that need no other. */
final class HomeOption {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where a run keeps everything it writes (default: folder 'home' of the program).")
    private Path home = Folders.ROOT.resolve("home");

    /** What was received; it is looked at here and never added to. */
    Archive archive() {
        return new Archive(home().archive(), KeyRing.open(home().keys(), false));
    }

    Home home() {
        return new Home(Folders.real(home));
    }
}
