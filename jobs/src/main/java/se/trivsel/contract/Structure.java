package se.trivsel.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What keys and values a kind of configuration file may have: the JSON Schema of {@code config/schema}.
 *
 * <p>The schemas are packed with the program: a configuration folder cannot loosen them. Editors read the same files.
 */
final class Structure {
    static final Structure ACTION_PLANS = new Structure("action_plans");
    static final Structure CASE_WEIGHTS = new Structure("case_weights");
    static final Structure CODES = new Structure("codes");
    static final Structure CONTRACT = new Structure("contract");
    static final Structure LAW = new Structure("law");
    static final Structure MEASURE = new Structure("measure");
    static final Structure MUNICIPALITY = new Structure("municipality");
    static final Structure OFFICIAL_FIGURES = new Structure("official_figures");
    static final Structure PARAMETERS = new Structure("parameters");
    static final Structure PEERS = new Structure("peers");
    static final Structure POPULATION = new Structure("population");
    static final Structure SOURCE = new Structure("source");
    static final Structure SUPPLIERS = new Structure("suppliers");

    /** The form that a pattern stands for in words; editors show it too. */
    private static final String FORM = "patternErrorMessage";

    private final Schema schema;

    private Structure(String name) {
        this.schema = load(name + ".schema.json");
    }

    private static Schema load(String name) {
        try (InputStream text = Structure.class.getResourceAsStream("schema/" + name)) {
            if (text == null) {
                throw new IllegalStateException("The program was built without config/schema/" + name);
            }
            var dialect = Dialect.builder(Dialects.getDraft202012())
                    .keyword(new NonValidationKeyword(FORM))
                    .build();
            return SchemaRegistry.withDefaultDialect(dialect).getSchema(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read config/schema/" + name, unreadable);
        }
    }

    /** Reports each breach at its line. */
    void check(Entry root) {
        for (Error error : schema.validate(root.value())) {
            Entry place = root;
            NodePath path = error.getInstanceLocation();
            for (int depth = 0; depth < path.getNameCount(); depth++) {
                place = place.at(String.valueOf(path.getElement(depth)));
            }
            report(place, error);
        }
    }

    private void report(Entry place, Error error) {
        JsonNode rule = error.getSchemaNode();
        switch (error.getKeyword()) {
            case "additionalProperties" -> reportUnknownKey(place.at(error.getProperty()), error);
            case "propertyNames" -> place.at(error.getProperty()).problem("the key " + form(rule));
            case "required" -> place.problem("the key " + error.getProperty() + " is missing; add it");
            case "type" -> place.problem(wrongType(place, rule));
            case "enum" ->
                place.problem("must be one of " + listed(rule) + (isWord(place) ? ", not " + place.text() : ""));
            case "pattern" -> place.problem(form(beside(error, "")));
            case "minItems", "minProperties" -> place.problem("is empty; write at least one");
            case "uniqueItems" -> place.problem("says the same twice; keep one of them");
            case "minimum" -> place.problem("must be at least " + rule.asString() + ", not " + place.text());
            case "maximum" -> place.problem("must be at most " + rule.asString() + ", not " + place.text());
            default -> place.problem(error.getMessage());
        }
    }

    private void reportUnknownKey(Entry entry, Error error) {
        var known = beside(error, "/properties").propertyNames();
        String guess = Similar.didYouMean(error.getProperty(), known);
        entry.problem("unknown key" + (guess.isEmpty() ? "; known are " + String.join(", ", known) : guess));
    }

    /** What the schema says next to the broken rule. */
    private JsonNode beside(Error error, String name) {
        String location = error.getSchemaLocation().getFragment().toString();
        String around = location.substring(0, location.lastIndexOf('/'));
        return schema.getSchemaNode().at(around + name);
    }

    /** The schemas reach the text of a pattern through a reference, or hold it themselves. */
    private String form(JsonNode rule) {
        JsonNode referred = rule.has("$ref")
                ? schema.getSchemaNode().at(rule.get("$ref").asString().substring(1))
                : rule;
        return referred.path(FORM).asString("is not of the form " + referred.path("pattern"));
    }

    private static String wrongType(Entry place, JsonNode rule) {
        if (place.value().isNull()) {
            return "has no value; write one or take the key away";
        }
        boolean wantsText = rule.isString()
                ? rule.asString().equals("string")
                : rule.toString().contains("string");
        if (wantsText && place.value().isValueNode()) {
            return "must be text; put it in quotation marks: \"" + place.text() + "\"";
        }
        String wanted = rule.isString()
                ? inWords(rule)
                : rule.values().stream().map(Structure::inWords).collect(Collectors.joining(" or "));
        return "must be " + wanted;
    }

    private static String inWords(JsonNode type) {
        return switch (type.asString()) {
            case "string" -> "a text";
            case "array" -> "a list: [one, two]";
            case "object" -> "a mapping of keys to values";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            default -> type.asString();
        };
    }

    private static boolean isWord(Entry place) {
        return place.value().isValueNode() && !place.value().isNull();
    }

    private static String listed(JsonNode words) {
        return words.values().stream().map(JsonNode::asString).collect(Collectors.joining(", "));
    }
}
