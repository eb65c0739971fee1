package se.trivsel.samples;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A small good file and what is wrong with it.
 *
 * @param municipality whose system writes it
 * @param folder the folder it lies in
 * @param name its name, or empty for the right one
 * @param faulty the rows that are changed, and how; then how the written text is
 */
record Broken(
        String municipality,
        String folder,
        String name,
        String dataset,
        List<Integer> faulty,
        UnaryOperator<Row> row,
        UnaryOperator<String> text) {
    private static final int FAULTY = 12;

    static Broken row(String dataset, UnaryOperator<Row> change) {
        return rows(dataset, List.of(FAULTY), change);
    }

    static Broken rows(String dataset, List<Integer> faulty, UnaryOperator<Row> change) {
        return new Broken("2062", "2062-mora", "", dataset, faulty, change, UnaryOperator.identity());
    }

    static Broken text(UnaryOperator<String> change) {
        return text("2062", "2062-mora", "absence", change);
    }

    static Broken text(String municipality, String folder, String dataset, UnaryOperator<String> change) {
        return new Broken(municipality, folder, "", dataset, List.of(), UnaryOperator.identity(), change);
    }

    Broken in(String otherFolder) {
        return new Broken(municipality, otherFolder, name, dataset, faulty, row, text);
    }

    Broken called(String otherName) {
        return new Broken(municipality, folder, otherName, dataset, faulty, row, text);
    }
}
