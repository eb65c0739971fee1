package se.trivsel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.warehouse.Repository;

class PrepareCommandTest {
    private static final Path SAMPLES = Repository.path("data-samples");
    private static final Path ABSENCES = SAMPLES.resolve("inbox/2062-mora/franvaro_2015.csv");

    @TempDir
    Path folder;

    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void whatIsToldIsWhatCheckTells() {
        Path file = SAMPLES.resolve("broken/invalid_personal_number");
        run("check", file);
        String checked = output.toString();
        output.getBuffer().setLength(0);

        assertThat(prepare(file)).isZero();

        assertThat(output.toString().lines().filter(line -> !line.startsWith("    Förberedd: ")))
                .containsExactlyElementsOf(checked.lines().toList());
    }

    @Test
    void theRowsCanBeReadByWhoeverSendsThem() throws IOException {
        prepare(ABSENCES);

        byte[] prepared = Files.readAllBytes(out("franvaro_2015.csv.prepared"));
        List<String> head = new String(prepared, StandardCharsets.ISO_8859_1)
                .lines()
                .limit(3)
                .toList();
        int begin = head.stream().mapToInt(line -> line.length() + 1).sum();
        var rows = new GZIPInputStream(new ByteArrayInputStream(prepared, begin, prepared.length - begin));
        assertThat(head.get(2)).contains("\"rowsRead\":115,\"rowsKept\":115,\"rowsRejected\":0");
        assertThat(new String(rows.readAllBytes(), StandardCharsets.UTF_8).lines())
                .hasSize(116)
                .anyMatch(
                        line -> line.matches(
                                "\\[\"3\",\"\",\"F100148\",\"[0-9a-f]{32}\",\"sjuk\",\"2014-12-26\",\"2015-04-26\",.*\"688.00\",.*"));
    }

    @Test
    void theSameFileGivesTheSameBytes() throws IOException {
        prepare(ABSENCES);
        byte[] first = Files.readAllBytes(out("franvaro_2015.csv.prepared"));

        prepare(ABSENCES);

        assertThat(out("franvaro_2015.csv.prepared")).hasBinaryContent(first);
    }

    @Test
    void noHashOfThePersonalNumbersLeavesTheHouse() throws Exception {
        prepare(ABSENCES);

        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(ABSENCES)));
        assertThat(Files.readString(out("franvaro_2015.csv.prepared"), StandardCharsets.ISO_8859_1))
                .doesNotContain(hash.substring(0, 12));
        assertThat(allFiles()).noneMatch(name -> name.contains(hash.substring(0, 12)));
    }

    @Test
    void ofARefusedFileNothingIsSent() throws IOException {
        assertThat(prepare(SAMPLES.resolve("broken/too_many_rejected"))).isEqualTo(3);

        assertThat(output.toString()).contains("AVVISAD").contains("too_many_rejected (1)");
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void rejectedRowsStayAndCanBeSeen() {
        prepare(SAMPLES.resolve("broken/invalid_personal_number"));

        run("quarantine", "show", "--home", folder.toString(), "invalid_personal_number");

        assertThat(output.toString())
                .contains("line 13  invalid_personal_number (Personnr)")
                .contains("198013012384");
    }

    @Test
    void aFileIsSentUnderANameThatTheReceiverKnows() throws IOException {
        Path odd = Files.copy(ABSENCES, folder.resolve("Export (3).csv"));

        assertThat(prepare(odd, "--municipality", "2062", "--dataset", "absence", "--period", "2015"))
                .isZero();

        assertThat(out("franvaro_201501-201512.csv.prepared")).exists();
    }

    @Test
    void twoFilesOfOneNameAreNotOneDelivery() throws IOException {
        Path one = Files.createDirectories(folder.resolve("2062-mora"));
        Path other = Files.createDirectories(folder.resolve("2062-personal"));
        Files.copy(ABSENCES, one.resolve("franvaro_2015.csv"));
        Files.copy(ABSENCES, other.resolve("franvaro_2015.csv"));

        assertThat(prepare(one, other.toString())).isEqualTo(2);
        assertThat(errors.toString()).contains("Two files would become");
    }

    @Test
    void twoMunicipalitiesHaveTwoKeys() {
        assertThat(prepare(ABSENCES, SAMPLES.resolve("inbox/2029-leksand").toString()))
                .isEqualTo(2);

        assertThat(errors.toString()).contains("a key each");
        assertThat(folder.resolve("keys")).doesNotExist();
    }

    @Test
    void theKeyIsTheOneThatWasUsedBefore() throws IOException {
        prepare(ABSENCES);
        Files.delete(folder.resolve("keys/2062.key"));

        assertThat(prepare(ABSENCES)).isEqualTo(2);
        assertThat(errors.toString()).contains("No key for municipality 2062");

        Path another = Files.writeString(folder.resolve("another.key"), "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        assertThat(prepare(ABSENCES, "--key", another.toString())).isEqualTo(2);
        assertThat(errors.toString()).contains("Put the old key back");
        assertThat(prepare(ABSENCES, "--key", folder.resolve("none.key").toString()))
                .isEqualTo(2);
        assertThat(folder.resolve("none.key")).doesNotExist();
    }

    @Test
    void theHomeOfARunIsNotTouched() throws IOException {
        Files.createDirectories(folder.resolve("archive"));

        assertThat(prepare(ABSENCES)).isEqualTo(2);

        assertThat(errors.toString()).contains("name another folder with --home");
        assertThat(folder.resolve("lake")).doesNotExist();
    }

    @Test
    void whatIsPreparedAlreadyIsNotPreparedAgain() {
        prepare(ABSENCES);
        output.getBuffer().setLength(0);

        assertThat(prepare(folder.resolve("out"), "--municipality", "2062")).isZero();
        assertThat(output.toString()).isEmpty();
        assertThat(run("check", out("franvaro_2015.csv.prepared"))).isEqualTo(2);
        assertThat(errors.toString()).contains("the run that receives it verifies it");
    }

    private List<String> allFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString).toList();
        }
    }

    private Path out(String name) {
        return folder.resolve("out").resolve(name);
    }

    private int prepare(Path path, String... options) {
        var arguments = new ArrayList<>(List.of(
                "--home", folder.toString(), "--out", folder.resolve("out").toString()));
        arguments.addAll(List.of(options));
        return run("prepare", path, arguments.toArray(String[]::new));
    }

    private int run(String command, Path path, String... options) {
        var arguments = new ArrayList<>(
                List.of(command, "--config", Repository.path("config").toString(), path.toString()));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return RootCommand.commandLine()
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(errors))
                .execute(arguments);
    }
}
