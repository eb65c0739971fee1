package se.trivsel.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import se.trivsel.vocabulary.MunicipalityCode;

/** Makes the population of its file, and checks that a municipality and year is told once; it may be anybody's. */
final class PopulationReader {
    private PopulationReader() {}

    static List<Population> read(Entry root) {
        var populations = new ArrayList<Population>();
        var years = new HashSet<List<String>>();
        for (Entry entry : root.list("population")) {
            var population = new Population(
                    new MunicipalityCode(entry.text("municipality")),
                    entry.number("year"),
                    entry.number("age_0_20"),
                    entry.number("age_21_64"),
                    entry.number("age_65_plus"));
            if (!years.add(List.of(entry.text("municipality"), entry.text("year")))) {
                entry.at("year").problem("this municipality has the year already; keep one of them");
            }
            populations.add(population);
        }
        return populations;
    }
}
