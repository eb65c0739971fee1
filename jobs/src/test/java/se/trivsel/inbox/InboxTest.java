package se.trivsel.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.GivenRules;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Period;
import se.trivsel.vocabulary.SourceKind;

class InboxTest {
    @TempDir
    static Path rulesFolder;

    private static Configuration rules;

    @TempDir
    Path inbox;

    @BeforeAll
    static void readTheRules() {
        rules = new GivenRules(rulesFolder)
                .shippedContract("unit")
                .source(SourceKind.HR, "unit", """
                        delivers: unit
                        files: ["enheter_{year}.csv"]
                        format: {separator: ";"}
                        columns: {unit_code: Enhet, unit_name: Namn, activity_code: Verksamhet, valid_from: Från}
                        """)
                .shippedContract("position")
                .source(SourceKind.HR, "position", """
                        delivers: position
                        files: ["tjanster.csv", "tjanster_{year}.csv"]
                        period: {heading: Månad}
                        format: {separator: ";"}
                        municipality: {heading: Kommun}
                        columns: {position_no: Nr, occupation_code: Yrke, month: Månad, budgeted_fte: Budget}
                        fixed: {position_state_code: tillsatt}
                        """)
                .read();
    }

    @Test
    void aFileIsKnownByItsFolderAndItsName() throws IOException {
        put("2062-mora/ENHETER_2015.csv");

        Inbox seen = Inbox.look(inbox, rules);

        assertThat(seen.strays()).isEmpty();
        assertThat(seen.found()).singleElement().satisfies(file -> {
            assertThat(file.municipality().value()).isEqualTo("2062");
            assertThat(file.source().dataset()).isEqualTo("unit");
            assertThat(file.period()).isEqualTo(Period.year(2015));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"enheter_2015.csv.gz", "Enheter_2015.csv.ZIP"})
    void aPackedFileIsKnownByTheNameItHadBefore(String name) throws IOException {
        put("2062-mora/" + name);

        assertThat(Inbox.look(inbox, rules).found()).hasSize(1);
    }

    @Test
    void whatIsStillBeingUploadedIsNotLookedAt() throws IOException {
        put("2062-mora/.enheter_2015.csv");
        put("2062-mora/enheter_2015.csv.part");
        put(".trash/enheter_2015.csv");

        assertThat(Inbox.look(inbox, rules)).isEqualTo(Inbox.EMPTY);
    }

    @Test
    void whatNobodyAgreedOnIsAStray() throws IOException {
        put("2062-mora/semester_2015.csv");
        put("9999-okand/enheter_2015.csv");
        put("enheter_2015.csv");

        assertThat(Inbox.look(inbox, rules).strays())
                .extracting(StrayFile::reason)
                .containsExactly(FindingCode.UNKNOWN_FILE, FindingCode.UNKNOWN_FOLDER, FindingCode.UNKNOWN_FOLDER);
    }

    @Test
    void inTheFolderOfASystemLieItsFilesWithRowsOfSeveralMunicipalities() throws IOException {
        put("given/tjanster_2015.csv");
        put("given/tjanster.csv");
        put("given/enheter_2015.csv");

        Inbox seen = Inbox.look(inbox, rules);

        assertThat(seen.found()).isEmpty();
        assertThat(seen.unsorted())
                .extracting(NamedFile::municipality, NamedFile::period)
                .containsExactly(
                        tuple(Optional.empty(), Optional.empty()),
                        tuple(Optional.empty(), Optional.of(Period.year(2015))));
        assertThat(seen.strays())
                .as("Its rows do not say whose they are")
                .singleElement()
                .extracting(StrayFile::reason)
                .isEqualTo(FindingCode.UNKNOWN_FILE);
    }

    @Test
    void aFolderOfFiveDigitsIsNotTheMunicipalityOfItsFirstFour() throws IOException {
        put("20621-annan/enheter_2015.csv");

        assertThat(Inbox.look(inbox, rules).strays())
                .extracting(StrayFile::reason)
                .containsExactly(FindingCode.UNKNOWN_FOLDER);
    }

    private void put(String file) throws IOException {
        Path path = inbox.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "Enhet;Namn\n");
    }
}
