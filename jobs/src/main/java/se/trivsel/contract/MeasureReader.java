package se.trivsel.contract;

import java.util.Set;

/** Makes a measure of its file. */
final class MeasureReader {
    private MeasureReader() {}

    static Measure read(Entry root, Set<String> datasets) {
        String code = root.text("code");
        if (!code.equals(root.fileName())) {
            root.at("code").problem("is not the file's name; call the file " + code + ".yaml");
        }
        root.list("datasets").stream()
                .filter(dataset -> !datasets.contains(dataset.text()))
                .forEach(dataset -> dataset.problem("no such contract " + dataset.text() + " in contracts"
                        + Similar.didYouMean(dataset.text(), datasets)));
        return new Measure(
                code,
                root.text("version"),
                root.text("family"),
                root.text("name"),
                root.text("definition"),
                root.text("numerator"),
                root.find("denominator").orElse(""),
                root.text("population"),
                root.text("unit"),
                root.text("direction"),
                root.number("smallest_group"),
                root.texts("splits"),
                root.texts("period_types"),
                root.texts("datasets"),
                root.find("interval").orElse("none"),
                root.find("official"),
                MeasureRows.read(root.at("rows")));
    }
}
