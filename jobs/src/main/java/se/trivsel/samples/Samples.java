package se.trivsel.samples;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.Municipality;
import se.trivsel.vocabulary.MunicipalityCode;

/**
 * Makes up municipalities and writes what they would deliver.
 *
 * <p>A municipality's files depend on the seed and its code only, not on how many others are made up. Memory holds one
 * municipality for each processor.
 */
public final class Samples {
    private Samples() {}

    /**
     * Writes {@code inbox/<code>-<name>/…} under a folder, and {@code municipalities/<code>-<name>.yaml} for the
     * municipalities that the configuration does not know.
     */
    public static void write(Configuration configuration, Path out, SampleOrder order) {
        List<Municipality> known = known(configuration);
        List<Municipality> chosen = new ArrayList<>(known.subList(0, Math.min(known.size(), order.municipalities())));
        List<Municipality> invented =
                InventedMunicipalities.upTo(order.municipalities() - chosen.size(), configuration);
        InventedMunicipalities.describe(invented, order.period(), out.resolve("municipalities"));
        chosen.addAll(invented);
        Path inbox = out.resolve("inbox");
        chosen.parallelStream()
                .forEach(municipality -> SocialServices.live(municipality, order)
                        .deliver(Exports.into(inbox, municipality, configuration)));
    }

    /** Those with a story to tell first, then in the order of their codes. */
    private static List<Municipality> known(Configuration configuration) {
        return configuration.municipalities().values().stream()
                .sorted(Comparator.comparingInt((Municipality municipality) -> place(municipality.code()))
                        .thenComparing(Municipality::code))
                .toList();
    }

    private static int place(MunicipalityCode code) {
        int first = Stories.FIRST.indexOf(code.value());
        return first < 0 ? Stories.FIRST.size() : first;
    }
}
