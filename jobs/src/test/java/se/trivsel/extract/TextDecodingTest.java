package se.trivsel.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.trivsel.SharedData;

class TextDecodingTest {
    private static final Charset AGREED = Charset.forName("windows-1252");
    private static final int BUFFER = 1 << 16;

    @ParameterizedTest
    @CsvSource({
        "UTF-8,    EFBBBF",
        "UTF-16LE, FFFE",
        "UTF-16BE, FEFF",
        "UTF-32LE, FFFE0000",
        "UTF-32BE, 0000FEFF",
    })
    void aByteOrderMarkTellsTheCharset(String charset, String mark) throws IOException {
        byte[] markBytes = java.util.HexFormat.of().parseHex(mark);
        byte[] file = joined(markBytes, "Namn;Ålder\nÅsa;38\n".getBytes(Charset.forName(charset)));

        assertThat(detect(file)).isEqualTo(new TextDecoding(Charset.forName(charset), markBytes.length));
        assertThat(decoded(file)).isEqualTo("Namn;Ålder\nÅsa;38\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void zeroBytesTellUtf16WithoutAMark(String charset) throws IOException {
        assertThat(decoded("Anst.nr;Från\n".getBytes(Charset.forName(charset)))).isEqualTo("Anst.nr;Från\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, BUFFER - 4, BUFFER - 3, BUFFER - 2, BUFFER - 1, BUFFER, BUFFER + 1, 2 * BUFFER - 1})
    void aLetterOnABuffersBorderIsWhole(int before) throws IOException {
        for (String letter : new String[] {"å", "€", "😀"}) {
            byte[] file = joined(letters(before), (letter + "\n").getBytes(StandardCharsets.UTF_8));

            assertThat(detect(file).charset()).isEqualTo(StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, BUFFER - 2, BUFFER - 1, BUFFER, BUFFER + 1, 2 * BUFFER})
    void aLetterCutOffAtTheEndIsNotUtf8(int before) throws IOException {
        byte[] file = joined(letters(before), new byte[] {(byte) 0xC3});

        assertThat(detect(file).charset()).isEqualTo(AGREED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, BUFFER - 1, BUFFER, 5 * BUFFER})
    void oneOldLetterAnywhereMeansTheAgreedCharset(int before) throws IOException {
        byte[] file = joined(letters(before), "Åsa".getBytes(AGREED));

        assertThat(decoded(file)).endsWith("Åsa");
    }

    @Test
    void anEmptyFileIsUtf8() throws IOException {
        assertThat(detect(new byte[0])).isEqualTo(new TextDecoding(StandardCharsets.UTF_8, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void theLineOfAFaultIsCountedAsPeopleCount(String lineEnd) throws IOException {
        for (int lines : new int[] {0, 1, 11, 40_000}) {
            byte[] good = ("å;b" + lineEnd).repeat(lines).getBytes(AGREED);
            byte[] file = joined(good, new byte[] {'x', (byte) 0x81, '\n'});

            assertThat(detect(file).lineOfFault(new ByteArrayInputStream(file))).hasValue(lines + 1);
        }
    }

    @Test
    void aLineEndOnTheBordersOfABufferCountsOnce() throws IOException {
        byte[] file = joined(joined(letters(BUFFER - 1), "\r\n".getBytes(AGREED)), new byte[] {(byte) 0x81});

        assertThat(new TextDecoding(AGREED, 0).lineOfFault(new ByteArrayInputStream(file)))
                .hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf8_nobom", "utf8_bom", "utf16le_bom", "utf16be_bom", "utf32le_bom", "utf32be_bom"})
    void readsTheSamplesOfFastCsv(String name) throws IOException {
        byte[] file = Files.readAllBytes(SharedData.path("csv/fastcsv-bom/" + name + ".csv"));

        assertThat(decoded(file)).isEqualTo("foo,üÜß\n123,456\n");
    }

    private static TextDecoding detect(byte[] file) throws IOException {
        return TextDecoding.detect(new ByteArrayInputStream(file), AGREED);
    }

    private static String decoded(byte[] file) throws IOException {
        TextDecoding decoding = detect(file);
        int mark = decoding.markLength();
        return decoding.decoder()
                .decode(ByteBuffer.wrap(file, mark, file.length - mark))
                .toString();
    }

    private static byte[] letters(int count) {
        byte[] letters = new byte[count];
        Arrays.fill(letters, (byte) 'a');
        return letters;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var joined = new ByteArrayOutputStream();
        joined.writeBytes(first);
        joined.writeBytes(second);
        return joined.toByteArray();
    }
}
