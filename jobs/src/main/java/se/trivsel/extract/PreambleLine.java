package se.trivsel.extract;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import se.trivsel.contract.Layout;

/**
 * A line before the headings of a text file.
 *
 * <p>Rows never say what stands there, and nobody but whoever asks for it gets to know it.
 */
public final class PreambleLine {
    private static final int LONGEST = 1 << 12;

    private PreambleLine() {}

    /**
     * What stands on a line, or as much of it as a line of words can be; nothing where the file ends before it.
     *
     * @param number of the line, counted from 1
     * @throws UnreadableDelivery when the file cannot be unpacked or is no text
     */
    public static String read(ByteSource delivered, Layout layout, int number) throws IOException, UnreadableDelivery {
        try (DecodedText text = DecodedText.open(Unpacked.of(delivered), charset(layout), number - 1, Long.MAX_VALUE)) {
            return line(text);
        } catch (RefusedPacking refused) {
            throw refused.asUnreadable();
        }
    }

    private static String line(DecodedText text) throws IOException, UnreadableDelivery {
        var line = new StringBuilder();
        try {
            for (int sign = text.reader().read();
                    sign >= 0 && !RowBlock.isLineEnd((char) sign) && line.length() < LONGEST;
                    sign = text.reader().read()) {
                line.append((char) sign);
            }
            return line.toString();
        } catch (CharacterCodingException notText) {
            throw text.unreadable();
        }
    }

    private static Charset charset(Layout layout) {
        if (layout instanceof Layout.Delimited delimited) {
            return delimited.charset();
        }
        if (layout instanceof Layout.FixedWidth fixedWidth) {
            return fixedWidth.charset();
        }
        throw new IllegalArgumentException("A layout without lines before the headings: " + layout);
    }
}
