package se.trivsel.cli;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;
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
    static final Path ROOT = Path.of(System.getProperty("trivsel.root", "."));

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "Contracts, sources, municipalities and settings (default: folder 'config' of the program).")
    private Path config = ROOT.resolve("config");

    Home home() {
        return home.home();
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
