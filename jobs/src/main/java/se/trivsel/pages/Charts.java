package se.trivsel.pages;

import java.util.List;
import java.util.Optional;

/** Charts of figures. */
final class Charts {
    private Charts() {}

    static String strip(
            Municipality own, Figure figure, Optional<Comparison> comparison, List<Figure> all, Catalogue catalogue) {
        return "";
    }

    static String sparkline(List<Figure> course, List<Plan> plans) {
        return "";
    }
}
