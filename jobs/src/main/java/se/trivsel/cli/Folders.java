package se.trivsel.cli;

import java.io.IOException;
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
        return real(config);
    }

    static Path sql() {
        return real(ROOT.resolve("sql"));
    }

    /** The same folder without links: of an installed program, configuration and home are links to where a system keeps them. */
    static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException notThereYet) {
            return folder.toAbsolutePath().normalize();
        }
    }
}
