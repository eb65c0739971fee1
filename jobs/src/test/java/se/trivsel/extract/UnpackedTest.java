package se.trivsel.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Place;

class UnpackedTest {
    private static final byte[] TEXT = "A\nett\ntvå\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] MORE = "tre\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path folder;

    private static Notes notes;

    @BeforeAll
    static void readTheRules() {
        notes = Notes.of(folder, "separator: \";\"", "{one: A}");
    }

    @Test
    void aPackedFileIsReadAsIfItWereNot() throws Exception {
        assertThat(texts(TEXT)).containsExactly("ett", "två");
        assertThat(texts(Packed.gzip(TEXT))).containsExactly("ett", "två");
        assertThat(texts(Packed.zip(Map.of("något.txt", TEXT)))).containsExactly("ett", "två");
    }

    /** Programs that do not know how large an entry will be write its sizes after it, in four bytes or in eight. */
    @ParameterizedTest
    @EnumSource(Zip64Mode.class)
    void aZipWrittenAsAStreamIsRead(Zip64Mode mode) throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(packed)) {
            zip.setUseZip64(mode);
            for (String name : List.of("mapp/", "mapp/notes.csv", "mapp/.tom")) {
                zip.putArchiveEntry(new ZipArchiveEntry(name));
                zip.write(name.endsWith("csv") ? TEXT : new byte[0]);
                zip.closeArchiveEntry();
            }
        }

        assertThat(texts(packed.toByteArray())).containsExactly("ett", "två");
    }

    @Test
    void aStoredEntryIsReadAndOneWithAPasswordIsRefused() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            var entry = new ZipEntry("notes.csv");
            var crc = new CRC32();
            crc.update(TEXT);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(TEXT.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(TEXT);
        }
        byte[] stored = packed.toByteArray();

        assertThat(texts(stored)).containsExactly("ett", "två");
        stored[6] |= 1;
        assertThat(refusal(stored)).isEqualTo(FindingCode.MALFORMED_ARCHIVE);
    }

    @Test
    void allPartsOfAFileThatWasPackedInPartsAreRead() throws Exception {
        byte[] parts = Packed.together(Packed.gzip(TEXT), Packed.gzip(MORE));

        assertThat(texts(parts)).containsExactly("ett", "två", "tre");
    }

    @Test
    void whatComputersAddToAZipIsNoDataFile() throws Exception {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("export/", new byte[0]);
        entries.put("export/.DS_Store", MORE);
        entries.put("export/notes.csv", TEXT);
        entries.put("__MACOSX/export/._notes.csv", MORE);
        entries.put("export/Thumbs.db", MORE);

        assertThat(texts(Packed.zip(entries))).containsExactly("ett", "två");
    }

    @Test
    void aZipOfTwoFilesIsRefused() throws Exception {
        var two = new LinkedHashMap<>(Map.of("a.csv", TEXT));
        two.put("b.csv", MORE);

        assertThat(refusal(Packed.zip(two))).isEqualTo(FindingCode.ARCHIVE_NOT_ONE_FILE);
    }

    @Test
    void aZipOfNoFileIsRefused() throws Exception {
        assertThat(refusal(Packed.zip(Map.of()))).isEqualTo(FindingCode.ARCHIVE_NOT_ONE_FILE);
        assertThat(refusal(Packed.zip(Map.of("tom/", new byte[0])))).isEqualTo(FindingCode.ARCHIVE_NOT_ONE_FILE);
    }

    @Test
    void whatIsPackedTwiceIsRefused() throws Exception {
        byte[] once = Packed.gzip(TEXT);

        assertThat(refusal(Packed.gzip(once))).isEqualTo(FindingCode.ARCHIVE_NOT_ONE_FILE);
        assertThat(refusal(Packed.zip(Map.of("a.csv.gz", once)))).isEqualTo(FindingCode.ARCHIVE_NOT_ONE_FILE);
        assertThat(refusal(Packed.zip(Map.of("a.zip", Packed.zip(Map.of("a.csv", TEXT))))))
                .isEqualTo(FindingCode.ARCHIVE_NOT_ONE_FILE);
    }

    @Test
    void whatUnpacksToFarMoreThanItIsIsRefused() throws Exception {
        byte[] nothing = new byte[20 << 20];

        assertThat(refusal(Packed.gzip(nothing))).isEqualTo(FindingCode.ARCHIVE_TOO_LARGE);
        assertThat(refusal(Packed.zip(Map.of("a.csv", nothing)))).isEqualTo(FindingCode.ARCHIVE_TOO_LARGE);
        assertThat(refusal(Packed.zip(Map.of("__MACOSX/a", nothing)))).isEqualTo(FindingCode.ARCHIVE_TOO_LARGE);
    }

    @Test
    void aZipOfManyEntriesIsRefused() throws Exception {
        Map<String, byte[]> folders =
                IntStream.range(0, 65).boxed().collect(Collectors.toMap(number -> number + "/", number -> new byte[0]));

        assertThat(refusal(Packed.zip(folders))).isEqualTo(FindingCode.ARCHIVE_TOO_LARGE);
    }

    @Test
    void aFileIsUnpackedToItsLimitAndNoByteMore() throws Exception {
        byte[] packed = Packed.gzip(TEXT);
        var exact = new UnpackingLimits(1, TEXT.length, 1);
        var short1 = new UnpackingLimits(1, TEXT.length - 1, 1);

        assertThat(new Unpacked(() -> new ByteArrayInputStream(packed), exact)
                        .open()
                        .readAllBytes())
                .isEqualTo(TEXT);
        assertThat(catchThrowableOfType(
                        RefusedPacking.class,
                        () -> new Unpacked(() -> new ByteArrayInputStream(packed), short1)
                                .open()
                                .readAllBytes()))
                .hasMessage("archive_too_large");
    }

    @Test
    void aPackedFileThatIsCutOffAnywhereIsRefused() throws Exception {
        byte[] gzip = Packed.gzip(TEXT);
        byte[] zip = Packed.zip(Map.of("a.csv", TEXT));
        int endOfContent = 30 + "a.csv".length() + TEXT.length;

        for (int length = 4; length < gzip.length; length++) {
            assertThat(refusal(Arrays.copyOf(gzip, length))).isEqualTo(FindingCode.MALFORMED_ARCHIVE);
        }
        for (int length = 4; length < endOfContent; length++) {
            assertThat(refusal(Arrays.copyOf(zip, length))).isEqualTo(FindingCode.MALFORMED_ARCHIVE);
        }
    }

    @Test
    void aPackedFileWithAChangedByteIsRefused() throws Exception {
        byte[] gzip = Packed.gzip(TEXT);
        gzip[gzip.length - 6] ^= 1;

        assertThat(refusal(gzip)).isEqualTo(FindingCode.MALFORMED_ARCHIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%PDF-1.7\n", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1\n"})
    void whatIsNoTextAtAllIsCalledByItsName(String start) throws Exception {
        byte[] bytes = start.getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refusal(bytes)).isEqualTo(FindingCode.UNEXPECTED_FORMAT);
        assertThat(refusal(Packed.gzip(bytes))).isEqualTo(FindingCode.UNEXPECTED_FORMAT);
    }

    @Test
    void aWorkbookIsNoZipOfText() throws Exception {
        assertThat(refusal(Packed.zip(Map.of("[Content_Types].xml", TEXT)))).isEqualTo(FindingCode.UNEXPECTED_FORMAT);
    }

    private static List<String> texts(byte[] delivered) throws IOException, UnreadableDelivery {
        return read(delivered).cells().stream().map(row -> row.get(0)).toList();
    }

    private static FindingCode refusal(byte[] delivered) {
        List<Finding> findings = catchThrowableOfType(UnreadableDelivery.class, () -> read(delivered))
                .findings();
        assertThat(findings).singleElement().extracting(Finding::place).isEqualTo(Place.WHOLE_FILE);
        return findings.get(0).code();
    }

    /** From a stream that never says how much there is, as that of a sealed file. */
    private static Extracted read(byte[] delivered) throws IOException, UnreadableDelivery {
        return notes.read((ByteSource) () -> new Reticent(new ByteArrayInputStream(delivered)));
    }

    private static final class Reticent extends FilterInputStream {
        Reticent(InputStream in) {
            super(in);
        }

        @Override
        public int available() {
            return 0;
        }
    }
}
