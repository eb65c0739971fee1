package se.trivsel.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import se.trivsel.contract.CodeList;
import se.trivsel.contract.Column;
import se.trivsel.contract.ColumnType;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.Contract;
import se.trivsel.contract.Interval;
import se.trivsel.contract.Measure;
import se.trivsel.contract.Municipality;
import se.trivsel.contract.PrivacyClass;
import se.trivsel.contract.Purpose;
import se.trivsel.contract.Source;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.SourceKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The project's own contracts and code lists, with the municipalities, measures and parameters that a test gives. */
public record GivenConfiguration(
        SortedMap<String, Contract> contracts,
        SortedMap<String, CodeList> codeLists,
        SortedMap<MunicipalityCode, Municipality> municipalities,
        SortedMap<String, Measure> measures,
        Map<String, String> parameters)
        implements Configuration {

    public static GivenConfiguration of(
            List<Municipality> municipalities, List<Measure> measures, Map<String, String> parameters) {
        return new GivenConfiguration(
                sorted(files("config/contracts", GivenConfiguration::contract), Contract::dataset),
                sorted(files("config/codes", GivenConfiguration::codeList), CodeList::name),
                sorted(municipalities, Municipality::code),
                sorted(measures, Measure::code),
                parameters);
    }

    @Override
    public List<Source> sources(SourceKind kind, String system) {
        return List.of();
    }

    @Override
    public String rulesVersion(Source source) {
        return "given";
    }

    @Override
    public String catalogueVersion() {
        return "given";
    }

    private static <K extends Comparable<K>, V> SortedMap<K, V> sorted(List<V> values, Function<V, K> key) {
        var sorted = new TreeMap<K, V>();
        values.forEach(value -> sorted.put(key.apply(value), value));
        return sorted;
    }

    private static <V> List<V> files(String folder, Function<JsonNode, V> read) {
        try (var paths = Files.list(Repository.path(folder))) {
            var mapper = new YAMLMapper();
            var values = new ArrayList<V>();
            for (Path path : paths.sorted().toList()) {
                values.add(read.apply(mapper.readTree(Files.readString(path))));
            }
            return values;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static CodeList codeList(JsonNode node) {
        var labels = new LinkedHashMap<String, String>();
        node.get("codes")
                .properties()
                .forEach(entry -> labels.put(entry.getKey(), entry.getValue().asString()));
        return new CodeList(node.get("list").asString(), node.get("label").asString(), labels);
    }

    private static Contract contract(JsonNode node) {
        return new Contract(
                node.get("dataset").asString(),
                SourceKind.valueOf(node.get("kind").asString().toUpperCase(java.util.Locale.ROOT)),
                node.get("label").asString(),
                node.get("description").asString(),
                node.get("grain").asString(),
                each(node.path("key"), JsonNode::asString),
                each(
                        node.path("intervals"),
                        interval -> new Interval(
                                interval.get("from").asString(),
                                interval.get("to").asString())),
                each(node.get("columns"), GivenConfiguration::column));
    }

    private static Column column(JsonNode node) {
        return new Column(
                node.get("name").asString(),
                node.get("label").asString(),
                type(node),
                PrivacyClass.valueOf(node.get("privacy").asString().toUpperCase(java.util.Locale.ROOT)),
                node.path("required").asBoolean(false),
                optional(node, "instead"),
                optional(node, "derived_from"),
                optional(node, "on"),
                optional(node, "only_legal"));
    }

    private static ColumnType type(JsonNode node) {
        return switch (node.get("type").asString()) {
            case "text" -> new ColumnType.Text(node.get("length").asInt());
            case "code" -> new ColumnType.Code(node.get("codes").asString());
            case "integer" -> new ColumnType.WholeNumber();
            case "decimal" ->
                new ColumnType.Decimal(
                        node.get("precision").asInt(), node.get("scale").asInt());
            case "date" -> new ColumnType.Day();
            case "month" -> new ColumnType.Month();
            case "flag" -> new ColumnType.Flag();
            case "identifier" -> new ColumnType.Identifier(purpose(node));
            case "personal_number" -> new ColumnType.PersonalNumber(purpose(node));
            case "organisation_number" -> new ColumnType.OrganisationNumber();
            default -> throw new IllegalArgumentException("Not a column type: " + node.get("type"));
        };
    }

    private static Purpose purpose(JsonNode node) {
        return Purpose.valueOf(node.get("purpose").asString().toUpperCase(java.util.Locale.ROOT));
    }

    private static Optional<String> optional(JsonNode node, String key) {
        return node.has(key) ? Optional.of(node.get(key).asString()) : Optional.empty();
    }

    private static <V> List<V> each(JsonNode array, Function<JsonNode, V> read) {
        return StreamSupport.stream(array.spliterator(), false).map(read).toList();
    }
}
