package se.trivsel.report;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import se.trivsel.vocabulary.MunicipalityCode;

/**
 * Whom receipts are for: a folder among the receipts, and a name for people.
 *
 * <p>A folder is one sender's, whatever it is called. Files in folders of no known municipality are answered too; whoever runs the system has to see to them.
 */
record Sender(String folder, String name) implements Comparable<Sender> {
    static final Sender UNKNOWN = new Sender("okand-mapp", "Okänd avsändare");

    /** {@code 0380-uppsala}, or the code alone for a municipality that is no longer configured. */
    static Sender of(MunicipalityCode code, Optional<String> name) {
        return new Sender(
                name.map(known -> code + "-" + slug(known)).orElse(code.value()), name.orElse("Kommun " + code));
    }

    /** Whoever puts files with rows of several municipalities into a folder of the inbox. */
    static Sender ofShared(String folder) {
        return new Sender("gemensam-" + slug(folder), "Gemensamma filer i " + Shown.fileName(folder));
    }

    private static String slug(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    @Override
    public int compareTo(Sender other) {
        return folder.compareTo(other.folder);
    }
}
