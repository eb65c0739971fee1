package se.trivsel.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import se.trivsel.vocabulary.Home;

/** Where to look, for the commands that only look. */
final class HomeOption {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where a run keeps everything it writes (default: folder 'home' of the program).")
    private Path home = Path.of(System.getProperty("trivsel.root", ".")).resolve("home");

    Home home() {
        return new Home(home.toAbsolutePath().normalize());
    }
}
