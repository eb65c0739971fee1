package se.trivsel.contract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * One place in a configuration file, what stands there, and what stands below it.
 *
 * <p>Its place is that of its key, not of its value. Ask for what has to be there only in files whose structure has been
 * checked.
 */
final class Entry {
    private final Consumer<ConfigurationProblem> problems;
    private final String file;
    private final String key;
    private final int line;
    private final int column;
    private final String text;
    private final JsonNode value;
    private final Map<String, Entry> below;

    Entry(
            Consumer<ConfigurationProblem> problems,
            String file,
            String key,
            int line,
            int column,
            String text,
            JsonNode value,
            Map<String, Entry> below) {
        this.problems = problems;
        this.file = file;
        this.key = key;
        this.line = line;
        this.column = column;
        this.text = text;
        this.value = value;
        this.below = new LinkedHashMap<>(below);
    }

    String file() {
        return file;
    }

    /** The file's name without folder and ending. */
    String fileName() {
        return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.yaml$", "");
    }

    JsonNode value() {
        return value;
    }

    /** As it is written in the file, numbers too; without quotation marks. */
    String text() {
        return text;
    }

    String text(String name) {
        return at(name).text;
    }

    Optional<String> find(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    /** The day of that name; none when it is absent or not in the calendar, which is reported. */
    Optional<LocalDate> day(String name) {
        try {
            return find(name).map(LocalDate::parse);
        } catch (DateTimeException noSuchDay) {
            at(name).problem("there is no such day");
            return Optional.empty();
        }
    }

    int number() {
        return value.intValue();
    }

    int number(String name) {
        return at(name).number();
    }

    boolean isTrue(String name) {
        return has(name) && at(name).value.booleanValue();
    }

    boolean has(String name) {
        return below.containsKey(name);
    }

    /** The entry of that name, or of that number in a list. */
    Entry at(String name) {
        Entry found = below.get(name);
        if (found == null) {
            throw new IllegalStateException("Nothing called " + name + " in " + file + " at " + key);
        }
        return found;
    }

    /** A list's entries; a single text is a list of one, an absent list is empty. */
    List<Entry> list(String name) {
        if (!has(name)) {
            return List.of();
        }
        Entry entry = at(name);
        return entry.value.isArray() ? List.copyOf(entry.below.values()) : List.of(entry);
    }

    List<String> texts(String name) {
        return list(name).stream().map(Entry::text).toList();
    }

    List<String> texts(String name, List<String> otherwise) {
        return has(name) ? texts(name) : otherwise;
    }

    /** A mapping's entries in the order of the file; an absent mapping is empty. */
    Map<String, Entry> map(String name) {
        return has(name) ? at(name).below : Map.of();
    }

    /** Our names to their words, in the order of the file. */
    Map<String, String> words(String name) {
        var words = new LinkedHashMap<String, String>();
        map(name).forEach((word, entry) -> words.put(word, entry.text));
        return words;
    }

    void problem(String message) {
        problems.accept(new ConfigurationProblem(file, line, column, key, message));
    }
}
