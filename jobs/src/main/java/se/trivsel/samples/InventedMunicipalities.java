package se.trivsel.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.Municipality;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.Period;
import se.trivsel.vocabulary.SourceKind;

/**
 * Municipalities that do not exist, for more than the configuration knows.
 *
 * <p>Their codes begin with 9, which no county has; they share the configured municipalities' systems.
 */
final class InventedMunicipalities {
    private InventedMunicipalities() {}

    static List<Municipality> upTo(int count, Configuration configuration) {
        var invented = new ArrayList<Municipality>();
        for (int no = 1; no <= count; no++) {
            var systems = new EnumMap<SourceKind, String>(SourceKind.class);
            int turn = no;
            for (SourceKind kind : SourceKind.values()) {
                List<String> used = systems(kind, configuration);
                systems.put(kind, used.get(turn % used.size()));
                // So that every mixture of systems comes up.
                turn /= used.size();
            }
            invented.add(new Municipality(
                    new MunicipalityCode(String.format(Locale.ROOT, "%04d", 9_000 + no)),
                    String.format(Locale.ROOT, "Provkommun %03d", no),
                    systems));
        }
        return invented;
    }

    private static List<String> systems(SourceKind kind, Configuration configuration) {
        return configuration.municipalities().values().stream()
                .flatMap(municipality ->
                        Optional.ofNullable(municipality.systemByKind().get(kind)).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Writes a file for each, as the configuration folder wants it; none, and no folder, when there are none. */
    static void describe(List<Municipality> municipalities, Period period, Path folder) {
        if (municipalities.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(folder);
            for (Municipality municipality : municipalities) {
                String name = municipality.code() + "-" + Slug.of(municipality.name()) + ".yaml";
                Files.writeString(folder.resolve(name), yaml(municipality, period));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write into " + folder, failure);
        }
    }

    private static String yaml(Municipality municipality, Period period) {
        var text = new StringBuilder("# " + municipality.name() + ", invented for measuring speed.\n");
        text.append("code: \"").append(municipality.code()).append("\"\n");
        text.append("name: ").append(municipality.name()).append('\n');
        text.append("sends:\n");
        for (Map.Entry<SourceKind, String> sent : new EnumMap<>(municipality.systemByKind()).entrySet()) {
            text.append("  ")
                    .append(sent.getKey().code())
                    .append(": ")
                    .append(sent.getValue())
                    .append('\n');
        }
        text.append("expects: {from: \"").append(period.from());
        text.append("\", to: \"").append(period.to()).append("\"}\n");
        return text.toString();
    }
}
