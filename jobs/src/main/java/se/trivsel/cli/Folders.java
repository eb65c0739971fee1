package se.trivsel.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import se.trivsel.vocabulary.Home;

/**
 * The folders that every command knows, as options.
 *
 * <p>Their defaults lie in the folder of the program, which the launcher names; not in the one somebody happens to be
 * in.
 */
final class Folders {
    /** Set by the launcher; the current folder where the program is started by hand. */
    private static final Path ROOT = Path.of(System.getProperty("trivsel.root", "."));

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where a run keeps everything it writes (default: folder 'home' of the program).")
    private Path home = ROOT.resolve("home");

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "Contracts, sources, municipalities and settings (default: folder 'config' of the program).")
    private Path config = ROOT.resolve("config");

    Home home() {
        return new Home(home.toAbsolutePath().normalize());
    }

    Path config() {
        return config.toAbsolutePath().normalize();
    }

    /** Where the samples lie: the inbox until somebody names another. */
    static Path sampleInbox() {
        return ROOT.resolve("data-samples").resolve("inbox");
    }

    static Path sql() {
        return ROOT.resolve("sql").toAbsolutePath().normalize();
    }
}
