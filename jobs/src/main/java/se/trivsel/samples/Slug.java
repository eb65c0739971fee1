package se.trivsel.samples;

import java.util.Locale;

/** A name as it stands in the names of files and folders: {@code Nyköping} becomes {@code nykoping}. */
final class Slug {
    private Slug() {}

    static String of(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace('å', 'a')
                .replace('ä', 'a')
                .replace('ö', 'o')
                .replaceAll("[^a-z0-9]+", "-");
    }
}
