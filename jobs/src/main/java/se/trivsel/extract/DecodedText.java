package se.trivsel.extract;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Place;

/**
 * A text file opened in its charset, past the lines before its rows.
 *
 * <p>Decoding runs far ahead of the row at hand: where it fails, the place is looked for anew.
 */
record DecodedText(ByteSource file, TextDecoding decoding, RememberingReader reader) implements Closeable {
    /**
     * Opens a file.
     *
     * @param agreed the charset of a file that does not tell its own
     * @param mostHeld how many characters may be read without one row ending
     */
    static DecodedText open(ByteSource file, Charset agreed, int preambleLines, long mostHeld)
            throws IOException, UnreadableDelivery {
        TextDecoding decoding = decoding(file, agreed);
        var bytes = new BufferedInputStream(file.open(), 1 << 16);
        var reader =
                new RememberingReader(new BufferedReader(new InputStreamReader(bytes, decoding.decoder())), mostHeld);
        var text = new DecodedText(file, decoding, reader);
        try {
            bytes.skipNBytes(decoding.markLength());
            for (int i = 0; i < preambleLines; i++) {
                reader.skipLine();
            }
            return text;
        } catch (CharacterCodingException notText) {
            text.close();
            throw text.unreadable();
        } catch (IOException | RuntimeException refused) {
            text.close();
            throw refused;
        }
    }

    private static TextDecoding decoding(ByteSource file, Charset agreed) throws IOException {
        try (InputStream in = file.open()) {
            return TextDecoding.detect(in, agreed);
        }
    }

    /** What to say of bytes that are no text in the charset. */
    UnreadableDelivery unreadable() throws IOException {
        try (InputStream in = file.open()) {
            int line = decoding.lineOfFault(in).orElse(0);
            return new UnreadableDelivery(new Finding(FindingCode.UNREADABLE_TEXT, Place.line(line)));
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
