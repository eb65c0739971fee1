package se.trivsel.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which charset a file is in: byte order mark, then the NUL bytes of UTF-16, then strict UTF-8, then what its source
 * says.
 *
 * <p>Decoding is always strict. A lossy one would turn "Åsa" into something that looks like another person.
 *
 * @param markLength how many bytes the byte order mark takes
 */
public record TextDecoding(Charset charset, int markLength) {
    private static final int BUFFER = 1 << 16;

    /** Reads the stream to its end, unless the first bytes say it all. */
    public static TextDecoding detect(InputStream in, Charset agreed) throws IOException {
        byte[] buffer = new byte[BUFFER];
        int length = in.readNBytes(buffer, 0, BUFFER);
        Optional<TextDecoding> told = toldBy(buffer, length);
        if (told.isPresent()) {
            return told.get();
        }
        var utf8 = new TextDecoding(StandardCharsets.UTF_8, 0);
        var whole = new SequenceInputStream(new ByteArrayInputStream(buffer, 0, length), in);
        return utf8.lineOfFault(whole).isEmpty() ? utf8 : new TextDecoding(agreed, 0);
    }

    /** What the first bytes tell by themselves: a byte order mark, or the zeros of UTF-16. */
    static Optional<TextDecoding> toldBy(byte[] buffer, int length) {
        if (startsWith(buffer, length, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(new TextDecoding(StandardCharsets.UTF_8, 3));
        }
        if (startsWith(buffer, length, 0xFF, 0xFE, 0, 0)) {
            return Optional.of(new TextDecoding(Charset.forName("UTF-32LE"), 4));
        }
        if (startsWith(buffer, length, 0, 0, 0xFE, 0xFF)) {
            return Optional.of(new TextDecoding(Charset.forName("UTF-32BE"), 4));
        }
        if (startsWith(buffer, length, 0xFF, 0xFE)) {
            return Optional.of(new TextDecoding(StandardCharsets.UTF_16LE, 2));
        }
        if (startsWith(buffer, length, 0xFE, 0xFF)) {
            return Optional.of(new TextDecoding(StandardCharsets.UTF_16BE, 2));
        }
        int evenZeros = zeros(buffer, length, 0);
        int oddZeros = zeros(buffer, length, 1);
        if (isHalfZeros(evenZeros, oddZeros, length)) {
            return Optional.of(new TextDecoding(StandardCharsets.UTF_16BE, 0));
        }
        if (isHalfZeros(oddZeros, evenZeros, length)) {
            return Optional.of(new TextDecoding(StandardCharsets.UTF_16LE, 0));
        }
        return Optional.empty();
    }

    /** A decoder that refuses bytes which are no text in this charset. */
    public CharsetDecoder decoder() {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** How many of every second byte are zero, from the given one on. */
    private static int zeros(byte[] bytes, int length, int first) {
        int zeros = 0;
        for (int i = first; i < length; i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    /** Most letters of our languages have a zero byte in UTF-16, always on the same side. */
    private static boolean isHalfZeros(int zeros, int otherZeros, int length) {
        return zeros > 0 && 4 * zeros >= length && 8 * otherZeros <= zeros;
    }

    private static boolean startsWith(byte[] bytes, int length, int... mark) {
        if (length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** The line, counted from 1, on which the bytes are no text in this charset; nothing where all of them are. */
    OptionalInt lineOfFault(InputStream in) throws IOException {
        in.skipNBytes(markLength);
        CharsetDecoder decoder = decoder();
        byte[] buffer = new byte[BUFFER];
        ByteBuffer bytes = ByteBuffer.wrap(buffer).limit(0);
        CharBuffer text = CharBuffer.allocate(BUFFER);
        int line = 1;
        char before = 0;
        boolean atEnd = false;
        while (!atEnd) {
            bytes.compact();
            int read = in.readNBytes(buffer, bytes.position(), bytes.remaining());
            atEnd = read < bytes.remaining();
            bytes.limit(bytes.position() + read).position(0);
            CoderResult result = decoder.decode(bytes, text.clear(), atEnd);
            for (text.flip(); text.hasRemaining(); ) {
                char sign = text.get();
                line += sign == '\r' || (sign == '\n' && before != '\r') ? 1 : 0;
                before = sign;
            }
            if (result.isError()) {
                return OptionalInt.of(line);
            }
        }
        return OptionalInt.empty();
    }
}
