package se.trivsel.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import se.trivsel.vocabulary.SourceKind;
import se.trivsel.warehouse.Repository;

/**
 * A configuration of Mora, or more, and one system, called {@code given}, with the contracts and sources a test writes.
 *
 * <p>It is read by the same reader as any other: what a test gives has to be valid.
 */
public final class GivenRules {
    private final Path folder;

    public GivenRules(Path folder) {
        this.folder = folder.resolve("config");
        municipality("2062", "mora");
    }

    /** Another municipality that sends from the same system. */
    public GivenRules municipality(String code, String name) {
        return write("municipalities/" + code + "-" + name + ".yaml", """
                code: "%s"
                name: %s
                sends: {hr: given, case: given, invoice: given}
                """.formatted(code, name));
    }

    /** The shipped configuration, to lay more over it. */
    public static GivenRules shipped(Path folder) {
        return new GivenRules(folder).copy(Repository.path("config"));
    }

    /** A contract as it is shipped, and the code lists. */
    public GivenRules shippedContract(String dataset) {
        return lay("codes").lay("contracts/" + dataset + ".yaml");
    }

    public GivenRules contract(String dataset, String yaml) {
        return write("contracts/" + dataset + ".yaml", yaml);
    }

    public GivenRules source(SourceKind kind, String dataset, String yaml) {
        return write("sources/" + kind.code() + "/given/" + dataset + ".yaml", yaml);
    }

    /** Lays a whole folder of configuration files over what is there. */
    public GivenRules copy(Path other) {
        try (Stream<Path> paths = Files.walk(other)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(other.relativize(path).toString());
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readAllBytes(path));
            }
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Configuration read() {
        for (SourceKind kind : SourceKind.values()) {
            write("sources/" + kind.code() + "/given/README.md", "");
        }
        return ConfigurationReader.read(folder);
    }

    private GivenRules lay(String relative) {
        Path from = Repository.path("config");
        try (Stream<Path> paths = Files.walk(from.resolve(relative))) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                write(from.relativize(path).toString(), Files.readString(path));
            }
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private GivenRules write(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
