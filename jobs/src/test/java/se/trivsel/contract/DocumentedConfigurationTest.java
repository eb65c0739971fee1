package se.trivsel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.vocabulary.SourceKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class DocumentedConfigurationTest {
    private static final Path PAGE = Path.of("../docs/configuration.md");
    private static final Path SHIPPED = Path.of("../config");

    @TempDir
    Path folder;

    @Test
    void theExampleOfASourceFitsTheShippedContract() throws IOException {
        copy("contracts");
        copy("codes");
        var example = Pattern.compile("## A source, whole.*?```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        assertThat(example.find()).isTrue();
        Path source = folder.resolve("sources/hr/lonelista/absence.yaml");
        Files.createDirectories(source.getParent());
        Files.writeString(source, example.group(1));

        assertThat(ConfigurationReader.read(folder).source(SourceKind.HR, "lonelista", "absence"))
                .isPresent();
    }

    @Test
    void everyKeyIsDocumented() throws IOException {
        var keys = new TreeSet<String>();
        try (Stream<Path> schemas = Files.list(SHIPPED.resolve("schema"))) {
            for (Path schema : schemas.toList()) {
                collectKeys(new ObjectMapper().readTree(schema.toFile()), keys);
            }
        }
        String page = Files.readString(PAGE);

        assertThat(keys).contains("delivers", "smallest_group", "only_legal");
        keys.removeIf(key ->
                Pattern.compile("(?m)(^|[`{ ])" + key + "[`:]").matcher(page).find());
        assertThat(keys).isEmpty();
    }

    private static void collectKeys(JsonNode schema, TreeSet<String> keys) {
        JsonNode properties = schema.path("properties");
        if (properties.isObject()) {
            keys.addAll(properties.propertyNames());
        }
        schema.values().forEach(below -> collectKeys(below, keys));
    }

    private void copy(String name) throws IOException {
        Files.createDirectories(folder.resolve(name));
        try (Stream<Path> files = Files.list(SHIPPED.resolve(name))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(name).resolve(file.getFileName()));
            }
        }
    }
}
