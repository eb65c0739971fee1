package se.trivsel.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures, and prints Markdown tables.
 *
 * <p>Machines are noisy: what is compared runs in turn in one go, and only ratios of medians mean something elsewhere.
 */
public final class Bench {
    private Bench() {}

    /** Arguments: the project, the folder with the deliveries, rounds, and the sections if not all. */
    public static void main(String[] arguments) throws Exception {
        var bench = new Workbench(
                Path.of(arguments[0]), Path.of(arguments[1]).toAbsolutePath(), Integer.parseInt(arguments[2]));
        Map<String, Section> sections = sections(bench);
        List<String> asked = Arrays.asList(arguments).subList(3, arguments.length);
        if (!sections.keySet().containsAll(asked)) {
            System.err.println("The sections are " + String.join(", ", sections.keySet()));
            System.exit(2);
        }
        bench.print();
        for (Map.Entry<String, Section> section : sections.entrySet()) {
            if (asked.isEmpty() || asked.contains(section.getKey())) {
                System.out.println("## " + section.getKey() + "\n");
                section.getValue().measure();
            }
        }
    }

    private static Map<String, Section> sections(Workbench bench) {
        var sections = new LinkedHashMap<String, Section>();
        sections.put("reading", new Reading(bench));
        sections.put("night", new Nights(bench));
        sections.put("history", new Histories(bench));
        sections.put("start", new Starts(bench));
        sections.put("parts", new Parts(bench));
        return sections;
    }
}
