package se.trivsel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static se.trivsel.contract.SmallConfiguration.CONTRACT;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One mistake in a contract or a code list, one problem, at its line. */
class ContractReaderTest {
    @TempDir
    Path folder;

    private SmallConfiguration small;

    @BeforeEach
    void aWholeConfiguration() {
        small = new SmallConfiguration(folder);
    }

    @Test
    void aDatasetThatIsNotTheFilesName() {
        small.change(CONTRACT, "dataset: absence", "dataset: absences");

        assertThat(problems())
                .containsExactly("1:1: dataset: is not the file's name, absence; there is one contract a dataset");
    }

    @Test
    void aKeyColumnThatIsNotThere() {
        small.change(CONTRACT, "key: [absence_no]", "key: [absence_nr]");

        assertThat(problems())
                .containsExactly("6:7: key[0]: no such column absence_nr in this contract (did you mean absence_no?)");
    }

    @Test
    void aKeyColumnThatMayBeMissing() {
        small.change(CONTRACT, "key: [absence_no]", "key: [absence_no, ended_on]");

        assertThat(problems())
                .containsExactly("6:19: key[1]: a column of the key must be required; add required: true to it");
    }

    @Test
    void aChangeOnADayThatIsNotThere() {
        small.add(CONTRACT, """
                changes:
                  - {on: "2018-02-30", columns: "0123456789ab", what: Ny kolumn.}
                """);

        assertThat(problems())
                .singleElement()
                .asString()
                .endsWith("changes[0].on: is not a day of the calendar; write it as \"2018-01-31\"");
    }

    @Test
    void anIntervalOfWhatIsNotADate() {
        small.change(CONTRACT, "to: ended_on", "to: extent_share");

        assertThat(problems())
                .containsExactly("8:24: intervals[0].to: extent_share is of type decimal; name a column of type date");
    }

    @Test
    void aStandInThatIsNotAnIdentifier() {
        small.change(CONTRACT, "instead: employment", "instead: absence_no");

        assertThat(problems())
                .singleElement()
                .asString()
                .endsWith("columns[2].instead: absence_no is of type text; name a column of type identifier");
    }

    @Test
    void aColumnDerivedFromOneThatIsNotThere() {
        small.change(CONTRACT, "derived_from: person", "derived_from: persn");

        assertThat(problems())
                .singleElement()
                .asString()
                .endsWith("columns[3].derived_from: no such column persn in this contract (did you mean person?)");
    }

    @Test
    void aColumnNameThatIsTakenByAPseudonym() {
        small.change(CONTRACT, "name: ended_on, label: Till, type: date", "name: person_key, label: Till, type: date")
                .change(CONTRACT, "to: ended_on", "to: started_on")
                .change(SmallConfiguration.SOURCE, "ended_on: Till", "person_key: Till");

        assertThat(problems())
                .containsExactly("16:6: columns[6].name: there is a column person_key or person_key_key already;"
                        + " choose another name");
    }

    @Test
    void aKeyThatTheTypeHasNoUseFor() {
        small.change(CONTRACT, "label: Till, type: date,", "label: Till, type: date, length: 10,");

        assertThat(problems())
                .containsExactly("16:47: columns[6].length: means nothing for a column of type date; take it away");
    }

    @Test
    void aKeyThatTheTypeNeeds() {
        small.change(CONTRACT, "type: text, length: 30,", "type: text,");

        assertThat(problems()).containsExactly("10:5: columns[0]: the key length is missing; add it");
    }

    @Test
    void anIdentifierThatIsKeptAsItIs() {
        small.change(CONTRACT, "purpose: employment, privacy: pseudonymise", "purpose: employment, privacy: keep");

        assertThat(problems())
                .singleElement()
                .asString()
                .endsWith(
                        "columns[1].privacy: a column of type identifier points at a person; write pseudonymise or drop");
    }

    @Test
    void moreDecimalsThanDigits() {
        small.change(CONTRACT, "scale: 3", "scale: 5");

        assertThat(problems())
                .singleElement()
                .asString()
                .endsWith("columns[7].scale: must not be more than the precision, 4");
    }

    @Test
    void aCodeThatIsNotAWord() {
        small.change(SmallConfiguration.CODES, "  vab: ", "  Vård: ")
                .change(SmallConfiguration.SOURCE, "\"VAB\": vab", "\"VAB\": sjuk");

        assertThat(small.problems())
                .containsExactly(
                        "codes/reason.yaml:6:3: codes.Vård: the key must be lower-case letters a-z, digits and _");
    }

    @Test
    void aCodeListThatIsNotTheFilesName() {
        small.change(SmallConfiguration.CODES, "list: reason", "list: reasons");

        assertThat(small.problems())
                .containsExactly(
                        "codes/reason.yaml:2:1: list: is not the file's name; call both reasons or both reason");
    }

    private List<String> problems() {
        String start = CONTRACT + ":";
        return small.problems().stream()
                .map(problem -> problem.startsWith(start) ? problem.substring(start.length()) : problem)
                .toList();
    }
}
