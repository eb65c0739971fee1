package se.trivsel.contract;

import java.time.LocalDate;
import java.util.Set;

/** Makes a measure of its file. */
final class MeasureReader {
    /** Stands in where the day is a problem, which is told; nothing is made of such a configuration. */
    private static final LocalDate NO_SUCH_DAY = LocalDate.EPOCH;

    private MeasureReader() {}

    static Measure read(Entry root, Set<String> datasets, Set<String> measures) {
        String code = root.text("code");
        if (!code.equals(root.fileName())) {
            root.at("code").problem("is not the file's name; call the file " + code + ".yaml");
        }
        root.list("datasets").stream()
                .filter(dataset -> !datasets.contains(dataset.text()))
                .forEach(dataset -> dataset.problem("no such contract " + dataset.text() + " in contracts"
                        + Similar.didYouMean(dataset.text(), datasets)));
        if (root.has("part_of") && !measures.contains(root.text("part_of"))) {
            root.at("part_of")
                    .problem("no such measure " + root.text("part_of") + " in measures"
                            + Similar.didYouMean(root.text("part_of"), measures));
        }
        return new Measure(
                code,
                root.text("version"),
                root.day("valid_from").orElse(NO_SUCH_DAY),
                root.text("family"),
                root.text("name"),
                root.text("definition"),
                root.text("numerator"),
                root.find("denominator").orElse(""),
                root.text("population"),
                root.text("unit"),
                root.text("direction"),
                protection(root),
                root.texts("splits"),
                root.texts("period_types"),
                root.texts("datasets"),
                root.find("interval").orElse("none"),
                root.find("official"),
                MeasureRows.read(root.at("rows")));
    }

    private static Protection protection(Entry root) {
        return new Protection(
                root.number("smallest_group"),
                root.has("smallest_count") ? root.number("smallest_count") : 0,
                root.find("tied"),
                root.find("part_of"));
    }
}
