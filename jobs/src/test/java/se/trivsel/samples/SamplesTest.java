package se.trivsel.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.ConfigurationReader;
import se.trivsel.lake.BrokenSamplesTest;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.FoundBy;

class SamplesTest {
    private static final Path SHIPPED = Path.of("../data-samples");
    private static final Configuration CONFIGURATION = ConfigurationReader.read(Path.of("../config"));

    /** Anything that could be a personal number: twelve digits, ten, or six and four. */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d,.-])(?:\\d{2})?(\\d{6})-?(\\d{4})(?![\\d,.-])");

    private static final String IMPOSSIBLE = "8013012384";

    @TempDir
    Path out;

    @Test
    void theShippedSamplesAreWhatTheGeneratorWrites() throws IOException {
        Samples.write(CONFIGURATION, out, SampleOrder.SHIPPED);

        assertSameFiles(out.resolve("inbox"), SHIPPED.resolve("inbox"));
    }

    @Test
    void theShippedBrokenSamplesAreWhatTheGeneratorWrites() throws IOException {
        BrokenSamples.write(CONFIGURATION, out);

        assertSameFiles(out, SHIPPED.resolve("broken"));
    }

    @Test
    void everyFaultOfAFileHasABrokenSample() throws IOException {
        try (Stream<Path> folders = Files.list(SHIPPED.resolve("broken"))) {
            List<String> codes = folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .toList();

            assertThat(codes)
                    .containsExactlyInAnyOrderElementsOf(Stream.of(FindingCode.values())
                            .filter(code -> code.foundBy() == FoundBy.READING)
                            .filter(code -> !BrokenSamplesTest.WITHOUT_A_FILE.contains(code))
                            .map(FindingCode::code)
                            .toList());
        }
    }

    @Test
    void everyPersonalNumberIsOneThatTheTaxAgencyKeepsForTests() throws IOException {
        var strangers = new ArrayList<String>();
        int seen = 0;
        for (byte[] bytes : files(SHIPPED).values()) {
            Matcher number = NUMBER.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
            while (number.find()) {
                seen++;
                String ten = number.group(1) + number.group(2);
                if (!isTestNumber(ten) && !ten.startsWith("55999") && !ten.equals(IMPOSSIBLE)) {
                    strangers.add(number.group());
                }
            }
        }

        assertThat(seen).isGreaterThan(1_000);
        assertThat(strangers).isEmpty();
    }

    private static boolean isTestNumber(String ten) {
        int year = Integer.parseInt(ten.substring(0, 2));
        boolean isOfYears = year >= 76 || year <= 13;
        boolean isOfSeries = ten.startsWith("238", 6) || ten.startsWith("239", 6);
        return isOfYears && isOfSeries && TestNumbers.luhn(ten.substring(0, 9)) == ten.charAt(9) - '0';
    }

    @Test
    void aMunicipalitysFilesDoNotDependOnHowManyOthersThereAre() throws IOException {
        Samples.write(CONFIGURATION, out.resolve("one"), new SampleOrder(1, 1, 7, 1));
        Samples.write(CONFIGURATION, out.resolve("two"), new SampleOrder(2, 1, 7, 1));

        assertSameFiles(out.resolve("one/inbox/0380-uppsala"), out.resolve("two/inbox/0380-uppsala"));
    }

    @Test
    void anotherSeedGivesOtherRows() throws IOException {
        Samples.write(CONFIGURATION, out.resolve("seven"), new SampleOrder(1, 1, 7, 0.2));
        Samples.write(CONFIGURATION, out.resolve("eight"), new SampleOrder(1, 1, 8, 0.2));

        var seven = files(out.resolve("seven"));
        var eight = files(out.resolve("eight"));
        assertThat(seven.keySet()).isEqualTo(eight.keySet());
        assertThat(seven)
                .anySatisfy((name, bytes) -> assertThat(eight.get(name)).isNotEqualTo(bytes));
    }

    @Test
    void moreThanAreConfiguredComeWithTheirConfiguration() throws IOException {
        Samples.write(CONFIGURATION, out, new SampleOrder(12, 1, 7, 0.1));

        assertThat(files(out.resolve("municipalities")))
                .containsOnlyKeys("9001-provkommun-001.yaml", "9002-provkommun-002.yaml");
        assertThat(out.resolve("inbox/9002-provkommun-002")).isDirectory();
    }

    @Test
    void nonsenseIsNotOrdered() {
        assertThatThrownBy(() -> new SampleOrder(0, 4, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SampleOrder(10, 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SampleOrder(10, 4, 1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertSameFiles(Path made, Path kept) throws IOException {
        SortedMap<String, byte[]> expected = files(kept);
        SortedMap<String, byte[]> actual = files(made);

        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        actual.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(expected.get(name)));
    }

    /** What lies in the folder, READMEs left out. */
    private static SortedMap<String, byte[]> files(Path folder) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (!name.endsWith("README.md")) {
                    files.put(name, Files.readAllBytes(path));
                }
            }
        }
        return files;
    }
}
