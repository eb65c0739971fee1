package se.trivsel.normalise;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import se.trivsel.contract.Purpose;
import se.trivsel.inbox.MunicipalityKey;

/**
 * Keyed pseudonyms of one municipality: HMAC-SHA-256 of purpose and number, cut to 128 bits, in hexadecimal.
 *
 * <p>Not for use by two threads. A person has many rows, so the latest answers are remembered; the memory is bounded.
 */
final class Pseudonyms {
    private static final int BYTES = 16;
    private static final int REMEMBERED = 20_000;

    private final Mac mac;
    private final Map<String, String> latest = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    Pseudonyms(MunicipalityKey key) {
        this.mac = key.pseudonyms();
    }

    String of(Purpose purpose, String number) {
        return latest.computeIfAbsent(purpose + "\u001f" + number, this::hash);
    }

    /** What stands for a text with a personal number in it: letters only, so that it is not taken for a number again. */
    String ofText(String text) {
        var letters = new StringBuilder("dold-");
        of(Purpose.TEXT, text)
                .chars()
                .limit(12)
                .forEach(digit -> letters.append((char) ('a' + Character.digit(digit, 16))));
        return letters.toString();
    }

    private String hash(String text) {
        byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, BYTES);
    }
}
