package se.trivsel.contract;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * Reads the plain part of YAML that configuration is written in: no anchors, tags, merged or repeated keys.
 *
 * <p>A number that begins with a zero is refused without quotation marks: half of all YAML readers drop the zero, and
 * municipality codes have one.
 */
final class YamlText {
    private static final YAMLFactory YAML = new YAMLFactory();
    private static final JsonNodeFactory VALUES = JsonNodeFactory.instance;

    private final String file;
    private final List<String> lines;
    private final Consumer<ConfigurationProblem> problems;
    private final JsonParser parser;

    private YamlText(String file, String text, JsonParser parser, Consumer<ConfigurationProblem> problems) {
        this.file = file;
        this.lines = text.lines().toList();
        this.parser = parser;
        this.problems = problems;
    }

    /** The file's root, or nothing when a problem hides it; problems are handed on as they are found. */
    static Optional<Entry> read(String file, String text, Consumer<ConfigurationProblem> problems) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (JsonParser parser = YAML.createParser(ObjectReadContext.empty(), new StringReader(plain))) {
            return new YamlText(file, plain, parser, problems).root();
        } catch (JacksonException notYaml) {
            problems.accept(unreadable(file, notYaml));
            return Optional.empty();
        }
    }

    /** The parser's own place is where it last was at ease; its cause knows where the trouble is. */
    private static ConfigurationProblem unreadable(String file, JacksonException notYaml) {
        String sorry = "not readable as YAML: ";
        if (notYaml.getCause() instanceof MarkedYamlEngineException marked
                && marked.getProblemMark().isPresent()) {
            Mark mark = marked.getProblemMark().get();
            return new ConfigurationProblem(
                    file, mark.getLine() + 1, mark.getColumn() + 1, "", sorry + marked.getProblem());
        }
        TokenStreamLocation place = notYaml.getLocation();
        return new ConfigurationProblem(
                file, place.getLineNr(), place.getColumnNr(), "", sorry + notYaml.getOriginalMessage());
    }

    private Optional<Entry> root() {
        if (parser.nextToken() == null) {
            problems.accept(ConfigurationProblem.ofFile(file, "is empty; fill it in or delete it"));
            return Optional.empty();
        }
        Entry root = entry("", 1, 1);
        if (parser.nextToken() != null) {
            problem("", "a second document begins here; write one thing a file");
        }
        return Optional.of(root);
    }

    private Entry entry(String key, int line, int column) {
        refuseReferences(key);
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return mapping(key, line, column);
        }
        if (token == JsonToken.START_ARRAY) {
            return list(key, line, column);
        }
        String text = parser.getString();
        if (isBare() && text.matches("0\\d+")) {
            problem(key, text + " without quotation marks is a number and may lose its zero; write \"" + text + "\"");
        }
        return new Entry(problems, file, key, line, column, text, scalar(token), Map.of());
    }

    private JsonNode scalar(JsonToken token) {
        return switch (token) {
            case VALUE_NUMBER_INT -> VALUES.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> VALUES.numberNode(parser.getDecimalValue());
            case VALUE_TRUE -> VALUES.booleanNode(true);
            case VALUE_FALSE -> VALUES.booleanNode(false);
            case VALUE_NULL -> VALUES.nullNode();
            default -> VALUES.stringNode(parser.getString());
        };
    }

    private Entry mapping(String key, int line, int column) {
        var below = new LinkedHashMap<String, Entry>();
        ObjectNode value = VALUES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String path = key.isEmpty() ? name : key + "." + name;
            TokenStreamLocation place = parser.currentTokenLocation();
            refuseKey(name, path, below.containsKey(name));
            parser.nextToken();
            Entry entry = entry(path, place.getLineNr(), place.getColumnNr());
            below.put(name, entry);
            value.set(name, entry.value());
        }
        return new Entry(problems, file, key, line, column, "", value, below);
    }

    private Entry list(String key, int line, int column) {
        var below = new LinkedHashMap<String, Entry>();
        ArrayNode value = VALUES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            TokenStreamLocation place = parser.currentTokenLocation();
            Entry entry = entry(key + "[" + below.size() + "]", place.getLineNr(), place.getColumnNr());
            below.put(String.valueOf(below.size()), entry);
            value.add(entry.value());
        }
        return new Entry(problems, file, key, line, column, "", value, below);
    }

    private void refuseKey(String name, String path, boolean isRepeated) {
        refuseReferences(path);
        if (isRepeated) {
            problem(path, "occurs twice; keep one of them");
        }
        if (name.equals("<<")) {
            problem(path, "merging is not allowed here; write out what you mean");
        }
        if (isBare() && name.matches("0\\d+")) {
            problem(path, name + " without quotation marks is a number and may lose its zero; write \"" + name + "\"");
        }
    }

    private void refuseReferences(String path) {
        switch (sign()) {
            case '&', '*' -> problem(path, "anchors and references are not allowed here; write out what you mean");
            case '!' -> problem(path, "tags are not allowed here; put text in quotation marks instead");
            default -> {}
        }
    }

    private boolean isBare() {
        return sign() != '"' && sign() != '\'';
    }

    /** The character that the current token begins with in the file. */
    private char sign() {
        TokenStreamLocation place = parser.currentTokenLocation();
        int line = place.getLineNr() - 1;
        int column = place.getColumnNr() - 1;
        boolean isInside = line < lines.size() && column < lines.get(line).length();
        return isInside ? lines.get(line).charAt(column) : ' ';
    }

    private void problem(String path, String message) {
        TokenStreamLocation place = parser.currentTokenLocation();
        problems.accept(new ConfigurationProblem(file, place.getLineNr(), place.getColumnNr(), path, message));
    }
}
