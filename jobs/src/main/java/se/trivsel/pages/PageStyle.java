package se.trivsel.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import se.trivsel.chart.StyleSheet;

/**
 * The style sheet and script that every page carries within it, and the policy that allows it nothing else.
 *
 * <p>A page is one file: it can be sent, saved and opened from a file share, and asks nobody for anything.
 */
public final class PageStyle {
    /** Pages that lead on from every page. */
    public static final List<Frame.Link> MENU = List.of(Addresses.DEFINITIONS, Addresses.REVISIONS, Addresses.ANALYSTS);

    private static final String SHEET = StyleSheet.css() + read("pages.css");
    private static final String CODE = read("pages.js");

    public static final String STYLE = "<style>" + SHEET + "</style>";
    public static final String SCRIPT = "<script>" + CODE + "</script>";

    /** What a browser may do with the page: use its own style and its own script. */
    public static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; script-src 'sha256-"
                    + hash(CODE) + "'";

    private PageStyle() {}

    private static String read(String name) {
        try (InputStream file = Optional.ofNullable(PageStyle.class.getResourceAsStream(name))
                .orElseThrow(() -> new IllegalStateException(name + " is not with the program"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException("Cannot read " + name, cause);
        }
    }

    private static String hash(String code) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
