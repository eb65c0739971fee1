package se.trivsel.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a configuration folder, in the order of their names, and the problems found in them.
 *
 * <p>A file that is broken in itself is reported and handed out empty: what refers to it is not to blame.
 */
final class ConfigurationFolder {
    private final Path folder;
    private final List<ConfigurationProblem> problems = new ArrayList<>();
    private final SortedMap<String, String> texts = new TreeMap<>();

    ConfigurationFolder(Path folder) {
        this.folder = folder;
    }

    void problem(String file, String message) {
        problems.add(ConfigurationProblem.ofFile(file, message));
    }

    void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new InvalidConfiguration(problems);
        }
    }

    /** The names of the folders in a folder; none when it is absent. */
    List<String> folders(String relative) {
        return list(relative).stream()
                .filter(Files::isDirectory)
                .map(ConfigurationFolder::name)
                .toList();
    }

    /** The YAML files in a folder, relative to the configuration folder; another kind of file is a problem. */
    List<String> files(String relative) {
        var files = new ArrayList<String>();
        for (Path path : list(relative)) {
            String file = relative + "/" + name(path);
            if (name(path).endsWith(".yaml")) {
                files.add(file);
            } else if (!name(path).equals("README.md")) {
                problem(file, "is not read; a configuration file is called <name>.yaml and lies here");
            }
        }
        return files;
    }

    /** Where there are folders only, a file would go unread without a word. */
    void refuseFiles(String relative) {
        list(relative).stream()
                .filter(Files::isRegularFile)
                .filter(path -> !name(path).equals("README.md"))
                .forEach(path -> problem(
                        relative + "/" + name(path),
                        "is not read here; a source is sources/<kind>/<system>/<dataset>.yaml"));
    }

    boolean isEmpty(String relative) {
        return list(relative).isEmpty();
    }

    boolean has(String file) {
        return Files.exists(folder.resolve(file));
    }

    /** The file's content when its structure is whole. */
    Optional<Entry> open(String file, Structure structure) {
        int before = problems.size();
        Optional<Entry> root = text(file).flatMap(text -> YamlText.read(file, text, problems::add));
        root.ifPresent(structure::check);
        return problems.size() == before ? root : Optional.empty();
    }

    /** Every file that was read, by its path in the folder, as it was then. */
    SortedMap<String, String> texts() {
        return Collections.unmodifiableSortedMap(texts);
    }

    private Optional<String> text(String file) {
        try {
            String text = Files.readString(folder.resolve(file));
            texts.put(file, text);
            return Optional.of(text);
        } catch (MalformedInputException notUtf8) {
            problem(file, "is not UTF-8; save it as UTF-8");
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + folder.resolve(file), unreadable);
        }
    }

    private List<Path> list(String relative) {
        Path place = folder.resolve(relative);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(place)) {
            return paths.filter(path -> !name(path).startsWith("."))
                    .sorted((one, other) -> name(one).compareTo(name(other)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + place, unreadable);
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
