package se.trivsel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static se.trivsel.contract.SmallConfiguration.MUNICIPALITY;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.Period;

class FetchReaderTest {
    private static final MunicipalityCode UPPSALA = new MunicipalityCode("0380");
    private static final String KEY = "SHA256:" + "A".repeat(43);
    private static final String TEXT = """
            code: "0380"
            name: Uppsala
            sends:
              hr: lonelista
            fetches:
              - from: sftp
                host: sftp.example.se
                user: trivsel
                host_key: "%s"
                folder: /ut
              - from: jdbc
                url: "jdbc:postgresql://db.example.se/personal"
                user: trivsel
                queries:
                  - file: "franvaro_{year}.csv"
                    last: 2
                    sql: select 1
            """.formatted(KEY);

    @TempDir
    Path folder;

    private SmallConfiguration small;

    @BeforeEach
    void aWholeConfiguration() {
        small = new SmallConfiguration(folder);
        small.write(MUNICIPALITY, TEXT);
    }

    @Test
    void bothKindsAreRead() {
        assertThat(ConfigurationReader.read(folder)
                        .municipalities()
                        .get(UPPSALA)
                        .fetches())
                .containsExactly(
                        new Fetch.Sftp(
                                Optional.empty(),
                                "sftp.example.se",
                                22,
                                "trivsel",
                                List.of(KEY),
                                "/ut",
                                Duration.ofMinutes(30)),
                        new Fetch.Jdbc(
                                Optional.empty(),
                                "jdbc:postgresql://db.example.se/personal",
                                "trivsel",
                                List.of(new Query(new FilePattern("franvaro_{year}.csv"), "select 1", 2)),
                                Duration.ofMinutes(30)));
    }

    @Test
    void whereFilesComeFromChangesNoFigure() {
        String fetched = ConfigurationReader.read(folder).catalogueVersion();
        small.write(MUNICIPALITY, TEXT.substring(0, TEXT.indexOf("fetches:")));

        assertThat(ConfigurationReader.read(folder).catalogueVersion()).isEqualTo(fetched);
    }

    @Test
    void aPasswordIsNoKeyOfAFetch() {
        small.change(MUNICIPALITY, "    folder: /ut", "    folder: /ut\n    password: hemligt");

        assertThat(small.problems())
                .singleElement()
                .asString()
                .startsWith(MUNICIPALITY + ":11:5: fetches[0].password: unknown key")
                .doesNotContain("hemligt");
    }

    @Test
    void aPasswordInTheUrlIsRefused() {
        small.change(MUNICIPALITY, "/personal\"", "/personal?password=hemligt\"");

        assertThat(small.problems())
                .singleElement()
                .asString()
                .contains(":12:5: ", "hold no password")
                .doesNotContain("hemligt");
    }

    @Test
    void aServerWithoutHostKeyIsRefused() {
        small.change(MUNICIPALITY, "    host_key: \"" + KEY + "\"\n", "");

        assertThat(small.problems()).singleElement().asString().contains("the key host_key is missing");
    }

    /** It would be an answer with other municipalities' rows, asked of one's own database. */
    @Test
    void aQueryForAFileWithRowsOfSeveralIsRefused() {
        small.add(SmallConfiguration.SOURCE, "municipality: {heading: Kommun}\n");

        assertThat(small.problems())
                .singleElement()
                .asString()
                .contains(":15:9: ", "none of the municipality's systems");
    }

    @Test
    void aQueryWhoseFileNobodyTakesIsRefused() {
        small.change(MUNICIPALITY, "franvaro_{year}.csv", "semester_{year}.csv");

        assertThat(small.problems())
                .singleElement()
                .asString()
                .contains(":15:9: ", "none of the municipality's systems");
    }

    @Test
    void twoOfAKindNeedNames() {
        String sftp = TEXT.substring(TEXT.indexOf("  - from: sftp"), TEXT.indexOf("  - from: jdbc"));
        small.change(MUNICIPALITY, sftp, sftp + sftp);

        assertThat(small.problems()).singleElement().asString().contains("give each a name");
    }

    @Test
    void aSecretIsNamedForItsMunicipalityAndItsName() {
        var fetch = new Fetch.Sftp(Optional.of("ekonomi"), "h", 22, "u", List.of(KEY), "/", Duration.ofMinutes(1));

        assertThat(fetch.secret(UPPSALA, "PASSWORD")).isEqualTo("TRIVSEL_SFTP_0380_EKONOMI_PASSWORD");
    }

    @Test
    void onlyWholeMonthsAndYearsAreAskedFor() {
        LocalDate today = LocalDate.parse("2018-01-31");

        assertThat(new Query(new FilePattern("a_{year}.csv"), "", 2).periods(today))
                .containsExactly(Period.year(2016), Period.year(2017));
        assertThat(new Query(new FilePattern("a_{month}.csv"), "", 2).periods(today))
                .extracting(Period::compact)
                .containsExactly("201711-201711", "201712-201712");
        assertThat(new Query(new FilePattern("a_{from}-{to}.csv"), "", 12).periods(today))
                .containsExactly(Period.year(2017));
    }
}
