package se.trivsel.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.cli.RootCommand;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.ConfigurationReader;
import se.trivsel.inbox.Delivery;
import se.trivsel.inbox.KeyRing;
import se.trivsel.inbox.SignatureKey;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.warehouse.Repository;

class PreparedReadingTest {
    private static final String MORA = "2062-mora";
    private static final String NAME = "franvaro_2015.csv.prepared";
    private static final Configuration RULES = ConfigurationReader.read(Repository.path("config"));

    @TempDir
    Path folder;

    private byte[] prepared;
    private SignatureKey key;

    @BeforeEach
    void prepare() throws IOException {
        var output = new StringWriter();
        int exit = RootCommand.commandLine()
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(output))
                .execute(
                        "prepare",
                        "--config",
                        Repository.path("config").toString(),
                        "--home",
                        folder.toString(),
                        "--out",
                        folder.resolve("out").toString(),
                        Repository.path("data-samples/inbox/2062-mora/franvaro_2015.csv")
                                .toString());
        assertThat(exit).as(output.toString()).isZero();
        prepared = Files.readAllBytes(folder.resolve("out").resolve(NAME));
        key = keyIn("keys");
    }

    @Test
    void everyByteIsSigned() throws IOException {
        assertThat(findings(prepared)).isEmpty();

        for (int at = 0; at < prepared.length; at += Math.max(1, at / 40)) {
            byte[] altered = prepared.clone();
            altered[at] ^= 1;
            assertThat(findings(altered)).as("byte " + at).containsExactly(FindingCode.SIGNATURE_INVALID);
        }
    }

    @Test
    void whatIsCutOffOrGoesOnIsRefused() throws IOException {
        for (int length : List.of(0, 10, 100, 300, prepared.length - 1, prepared.length + 1)) {
            assertThat(findings(Arrays.copyOf(prepared, length)))
                    .as(length + " bytes")
                    .containsExactly(FindingCode.SIGNATURE_INVALID);
        }
    }

    @Test
    void anotherKeyHasNotSignedIt() throws IOException {
        key = keyIn("others");

        assertThat(findings(prepared)).containsExactly(FindingCode.SIGNATURE_INVALID);
    }

    @Test
    void underAnotherNameOrInAnotherFolderItIsRefused() throws IOException {
        assertThat(findings("2062-mora", "franvaro_2016.csv.prepared", prepared))
                .containsExactly(FindingCode.SIGNATURE_INVALID);
        assertThat(findings("2062-mora", "anst_201501-201512.csv.prepared", prepared))
                .containsExactly(FindingCode.SIGNATURE_INVALID);
        assertThat(findings("2029-leksand", NAME, prepared)).containsExactly(FindingCode.SIGNATURE_INVALID);
    }

    @Test
    void signedRowsThatTheContractDoesNotAllowAreRefused() throws Exception {
        assertThat(findings(signedAnew(rows -> rows, manifest -> manifest))).isEmpty();

        for (UnaryOperator<String> fault : List.<UnaryOperator<String>>of(
                rows -> rows.replaceFirst("\"[0-9a-f]{32}\"", "\"198001012387\""),
                rows -> rows.replaceFirst("F100148", "F 19800101-2387"),
                rows -> rows.replaceFirst("\"sjuk\"", "\"influensa\""),
                rows -> rows.replaceFirst("2014-12-26", "i julas"),
                rows -> rows.replaceFirst("\"688.00\"", "\"99999999999.00\""),
                rows -> rows.replaceFirst("\"688.00\"", "\"688.001\""),
                rows -> rows.replaceFirst("\"sjuk\"", "null"),
                rows -> rows.replaceFirst("\n\\[\"2\".*", ""),
                rows -> rows + "x\n",
                rows -> "")) {
            assertThat(findings(signedAnew(fault, manifest -> manifest)))
                    .containsExactly(FindingCode.PREPARED_BY_OTHER_RULES);
        }
    }

    @Test
    void aManifestOfOtherRulesIsRefusedWithoutReadingARow() throws Exception {
        for (UnaryOperator<String> other : List.<UnaryOperator<String>>of(
                manifest -> manifest.replaceFirst("(\"contractVersion\":\").", "$1x"),
                manifest -> manifest.replaceFirst("\"lonelista\"", "\"lonelista2\""),
                manifest -> manifest.replaceFirst("\"full\":true", "\"full\":false"),
                manifest -> manifest.replaceFirst("\\{", "{\"new\":1,"))) {
            assertThat(findings(signedAnew(rows -> rows, other))).containsExactly(FindingCode.PREPARED_BY_OTHER_RULES);
        }
    }

    private byte[] signedAnew(UnaryOperator<String> changeRows, UnaryOperator<String> changeManifest) throws Exception {
        var in = new ByteArrayInputStream(prepared);
        String manifest = new String(PreparedFile.signedManifest(in, key).orElseThrow(), StandardCharsets.UTF_8);
        String rows = new String(new GZIPInputStream(in).readAllBytes(), StandardCharsets.UTF_8);
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(changeRows.apply(rows).getBytes(StandardCharsets.UTF_8));
        }
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(packed.toByteArray()));
        String changed = changeManifest.apply(manifest.replaceFirst("(\"rowsSha256\":\")[0-9a-f]+", "$1" + hash));
        var out = new ByteArrayOutputStream();
        out.write(("trivsel-prepared-1\n" + key.sign(changed.getBytes(StandardCharsets.UTF_8)) + "\n" + changed + "\n")
                .getBytes(StandardCharsets.UTF_8));
        out.write(packed.toByteArray());
        return out.toByteArray();
    }

    private List<FindingCode> findings(byte[] content) throws IOException {
        return findings(MORA, NAME, content);
    }

    /** Of a delivery that is accepted, none: the file has nothing to tell. */
    private List<FindingCode> findings(String sender, String name, byte[] content) throws IOException {
        var intake = new Intake(folder.resolve("centre"), RULES);
        Delivery delivery = intake.receive(sender, name, content);
        var source = RULES.source(delivery.kind(), delivery.system(), delivery.dataset())
                .orElseThrow();
        try (var reading = PreparedReading.open(
                intake.lake().readings(delivery),
                delivery,
                RULES,
                source,
                key,
                () -> new ByteArrayInputStream(content))) {
            long kept = 0;
            for (var block = reading.read(); block.isPresent(); block = reading.read()) {
                kept += block.get().rows().size();
            }
            assertThat(kept == 115).isEqualTo(reading.assessment().status() == DeliveryManifest.Status.ACCEPTED);
            return reading.assessment().findings().stream()
                    .map(FindingCount::code)
                    .toList();
        }
    }

    private SignatureKey keyIn(String keys) {
        return KeyRing.open(folder.resolve(keys), true)
                .forNewcomer(new MunicipalityCode("2062"))
                .signature();
    }
}
