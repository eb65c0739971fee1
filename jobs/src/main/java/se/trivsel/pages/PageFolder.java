package se.trivsel.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folder of a release's pages.
 *
 * <p>A page that says the same as in the release before is that page, one file with two names: so it bears the name of the
 * release in which it last changed.
 */
final class PageFolder {
    /** Stands in a page for the release in which it last changed. */
    static final String RELEASE = "\ue000";

    private static final Pattern STAMP = Pattern.compile("<meta name=\"release\" content=\"([^\"]+)\">");

    private final Path folder;
    private final Optional<Path> before;
    private final String release;

    /** @param before the pages of the release before */
    PageFolder(Path folder, Optional<Path> before, String release) {
        this.folder = folder;
        this.before = before;
        this.release = release;
    }

    /** @param page with {@link #RELEASE} where the release is to stand */
    void write(String address, String page) throws IOException {
        Path file = folder.resolve(address);
        Files.createDirectories(file.resolveSibling(""));
        Optional<Path> same = before.map(pages -> pages.resolve(address)).filter(Files::exists);
        if (same.isPresent() && says(Files.readString(same.get()), page)) {
            link(file, same.get());
        } else {
            Files.write(file, page.replace(RELEASE, release).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static boolean says(String earlier, String page) {
        Matcher stamp = STAMP.matcher(earlier);
        return stamp.find() && page.replace(RELEASE, stamp.group(1)).equals(earlier);
    }

    private static void link(Path file, Path same) throws IOException {
        try {
            Files.createLink(file, same);
        } catch (UnsupportedOperationException | FileSystemException noLinksHere) {
            Files.copy(same, file);
        }
    }
}
