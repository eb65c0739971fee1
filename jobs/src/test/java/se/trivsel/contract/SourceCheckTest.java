package se.trivsel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static se.trivsel.contract.SmallConfiguration.SOURCE;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One mistake in a source, one problem, at its line. */
class SourceCheckTest {
    @TempDir
    Path folder;

    private SmallConfiguration small;

    @BeforeEach
    void aWholeConfiguration() {
        small = new SmallConfiguration(folder);
    }

    @Test
    void anUnknownKey() {
        small.change(SOURCE, "separator:", "seperator:");

        assertThat(problems())
                .containsExactly(
                        "4:1: format: the key separator is missing; add it",
                        "5:3: format.seperator: unknown key (did you mean separator?)");
    }

    @Test
    void aKeyThatMeansNothingAnywhere() {
        small.add(SOURCE, "owner: me\n");

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("17:1: owner: unknown key; known are delivers, files, mode, format");
    }

    @Test
    void aValueOfTheWrongKind() {
        small.add(SOURCE, "fixed: {extent_share: 1}\nreject_above_percent: much\npercent: {}\nlocal_ids:\n");

        assertThat(problems())
                .containsExactly(
                        "17:9: fixed.extent_share: must be text; put it in quotation marks: \"1\"",
                        "18:1: reject_above_percent: must be a number",
                        "19:1: percent: must be a text or a list: [one, two]",
                        "20:1: local_ids: has no value; write one or take the key away");
    }

    @Test
    void aColumnThatIsInPercentHereToo() {
        small.change("contracts/absence.yaml", "extent_share", "extent_percent")
                .change(SOURCE, "extent_share: Omf", "extent_percent: Omf")
                .add(SOURCE, "percent: [extent_percent]\n");

        assertThat(problems())
                .containsExactly(
                        "17:11: percent[0]: extent_percent is in percent here too: take it off the list; a % sign is"
                                + " read without it");
    }

    @Test
    void aDatasetThatIsNotTheFilesName() {
        small.write("sources/hr/lonelista/sjukfranvaro.yaml", """
                delivers: absence
                files: ["sjuk_{year}.csv"]
                format: {separator: ";"}
                columns: {absence_no: Nr, employment: Anst, reason_code: Orsak, started_on: Från}
                """);

        assertThat(small.problems())
                .containsExactly("sources/hr/lonelista/sjukfranvaro.yaml:1:1: delivers: is not the file's name;"
                        + " call the file absence.yaml");
    }

    @Test
    void aContractThatIsNotThere() {
        small.write("sources/hr/lonelista/abscence.yaml", """
                delivers: abscence
                files: ["x_{year}.csv"]
                format: {separator: ";"}
                columns: {absence_no: Nr}
                """);

        assertThat(small.problems())
                .containsExactly("sources/hr/lonelista/abscence.yaml:1:1: delivers: no such contract abscence in"
                        + " contracts (did you mean absence?)");
    }

    @Test
    void aContractOfAnotherKind() {
        small.change("contracts/absence.yaml", "kind: hr", "kind: case");

        assertThat(problems())
                .containsExactly("2:1: delivers: the contract absence is of kind case; move the file to"
                        + " sources/case/lonelista");
    }

    @Test
    void aHeadingThatFillsTwoColumns() {
        small.change(SOURCE, "ended_on: Till", "ended_on: [Till, \" från \"]");

        assertThat(problems())
                .containsExactly("11:20: columns.ended_on[1]: \" från \" is the heading of started_on too;"
                        + " one heading fills one column");
    }

    @Test
    void aHeadingThatIsReadAndIgnored() {
        small.add(SOURCE, "ignored: [namn, till]\n");

        assertThat(problems())
                .containsExactly("17:17: ignored[1]: \"till\" is read as ended_on; take it away here or there");
    }

    @Test
    void aColumnThatIsReadAndFixed() {
        small.add(SOURCE, "fixed: {ended_on: \"{period_to}\"}\n");

        assertThat(problems())
                .containsExactly(
                        "17:9: fixed.ended_on: is read from a heading under columns already; keep one of them");
    }

    @Test
    void aPlaceholderThatIsNotKnown() {
        small.change(SOURCE, "  absence_no: Nr\n", "").add(SOURCE, "fixed: {absence_no: \"{row}\"}\n");

        assertThat(problems())
                .containsExactly(
                        "16:9: fixed.absence_no: {row} is not known; there are {line}, {period_from}, {period_to}");
    }

    @Test
    void aFixedCodeIsReadLikeACell() {
        small.change(SOURCE, "  reason_code: [Orsak, Orsakskod]\n", "").add(SOURCE, "fixed: {reason_code: sjuk}\n");

        assertThat(problems())
                .containsExactly("16:9: fixed.reason_code: is not one of the words under codes.reason_code;"
                        + " a fixed value is read like a cell");
    }

    @Test
    void aFixedCodeThatIsNotOurs() {
        small.change(SOURCE, "  reason_code: [Orsak, Orsakskod]\n", "")
                .change(
                        SOURCE,
                        "codes:\n  reason_code:\n    \"SJK\": sjuk\n    \"VAB\": vab\n",
                        "fixed: {reason_code: sju}\n");

        assertThat(problems())
                .containsExactly(
                        "12:9: fixed.reason_code: no such code sju in the code list reason (did you mean sjuk?)");
    }

    @Test
    void aTranslationToACodeThatIsNotOurs() {
        small.change(SOURCE, "\"SJK\": sjuk", "\"SJK\": sju");

        assertThat(problems())
                .containsExactly(
                        "15:5: codes.reason_code.SJK: no such code sju in the code list reason (did you mean sjuk?)");
    }

    @Test
    void aTranslationOfAColumnWithoutCodes() {
        small.add(SOURCE, "  started_on: {x: y}\n");

        assertThat(problems())
                .containsExactly("17:3: codes.started_on: the column started_on is not of type code in the contract;"
                        + " take it away");
    }

    @Test
    void aPercentOfWhatIsNotADecimal() {
        small.add(SOURCE, "percent: started_on\n");

        assertThat(problems())
                .containsExactly(
                        "17:1: percent: the column started_on is not of type decimal in the contract; take it away");
    }

    @Test
    void aPercentOfAColumnThatIsNotRead() {
        small.change(SOURCE, "  extent_share: Omf\n", "").add(SOURCE, "percent: [extent_share]\n");

        assertThat(problems())
                .containsExactly("16:11: percent[0]: the column extent_share has no heading under columns;"
                        + " add it there or take it away here");
    }

    @Test
    void aLocalIdInWhatIsNotAPersonalNumber() {
        small.add(SOURCE, "local_ids: [employment]\n");

        assertThat(problems())
                .containsExactly("17:13: local_ids[0]: the column employment is not of type personal_number in the"
                        + " contract; take it away");
    }

    @Test
    void aTotalOfWhatIsNotADecimal() {
        small.add(SOURCE, "trailer: {first_cells: [Summa], totals: {started_on: Från}}\n");

        assertThat(problems())
                .containsExactly("17:42: trailer.totals.started_on: the column started_on is not of type decimal in"
                        + " the contract; take it away");
    }

    @Test
    void aCharsetThatIsNotThere() {
        small.change(SOURCE, "separator: \";\"", "separator: \";\"\n  charset: windows-125");

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("6:3: format.charset: no such charset windows-125 (did you mean windows-125")
                .endsWith("write a name such as UTF-8, windows-1252 or IBM850");
    }

    @Test
    void aFormOfDayThatIsNotKnown() {
        small.change(SOURCE, "separator: \";\"", "separator: \";\"\n  day: [yyyy-MM-dd, YYYY-MM-DD]");

        assertThat(problems())
                .containsExactly("6:21: format.day[1]: must be one of yyyy-MM-dd, yyyyMMdd, yyMMdd, dd/MM/yyyy,"
                        + " dd.MM.yyyy, d/M/yyyy, yyyy-MM-dd HH:mm:ss, yyyy-MM-dd HH:mm, not YYYY-MM-DD");
    }

    @Test
    void aSeparatorThatIsMissing() {
        small.change(SOURCE, "separator: \";\"", "decimal: \",\"");

        assertThat(problems()).containsExactly("4:1: format: the key separator is missing; add it");
    }

    @Test
    void aKeyOfAnotherLayout() {
        small.change(SOURCE, "separator: \";\"", "layout: sie4\n  separator: \";\"");

        assertThat(problems())
                .containsExactly("6:3: format.separator: means nothing for a file of layout sie4; take it away");
    }

    @Test
    void aSeparatorOfTwoSigns() {
        small.change(SOURCE, "separator: \";\"", "separator: \";;\"");

        assertThat(problems())
                .containsExactly("5:3: format.separator: must be one character in quotation marks; \"\\t\" for a tab");
    }

    @Test
    void aWordForBothYesAndNo() {
        small.change(SOURCE, "separator: \";\"", "separator: \";\"\n  yes: [X]\n  no: [X]");

        assertThat(problems()).containsExactly("6:9: format.yes[0]: \"X\" is under no as well; it cannot be both");
    }

    @Test
    void aFileNameWithoutAPeriod() {
        small.change(SOURCE, "franvaro_{year}.csv", "franvaro.csv");

        assertThat(problems())
                .containsExactly("3:9: files[0]: must have {year}, {month}, or {from} and {to} in it, so that the"
                        + " period is known; or say under period where the file states it");
    }

    @Test
    void aPeriodThatTheFileCannotState() {
        small.change(SOURCE, "franvaro_{year}.csv", "franvaro.csv")
                .change(SOURCE, "separator: \";\"", "separator: \";\"\n  preamble_lines: 2")
                .add(SOURCE, "period: {line: 3, after: Period}\n");

        assertThat(problems())
                .containsExactly("18:10: period.line: is not one of the lines before the headings; there are as many as"
                        + " format.preamble_lines says: 2");
    }

    @Test
    void aPeriodInTwoPlacesOrNone() {
        small.add(SOURCE, "period: {line: 1, heading: Från}\n");
        assertThat(problems()).contains("17:1: period: must have either a heading or a line");

        small.change(SOURCE, "{line: 1, heading: Från}", "{after: Period}");
        assertThat(problems()).containsExactly("17:1: period: must have either a heading or a line");
    }

    @Test
    void aPeriodUnderDaysWhoseCenturyItWouldTell() {
        small.change(SOURCE, "separator: \";\"", "separator: \";\"\n  day: yyMMdd")
                .add(SOURCE, "period: {heading: Från}\n");

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("18:1: period: the century of a year of two digits");
    }

    @Test
    void aFileOfSeveralMunicipalitiesThatCannotBeSplit() {
        small.change(SOURCE, "separator: \";\"", "layout: sie4")
                .add(SOURCE, "mode: delta\nmunicipality: {heading: Kommun}\n");

        assertThat(problems())
                .containsExactly(
                        "17:1: mode: a corrected file with rows of several municipalities would add the rows of all of"
                                + " them once more; have whole periods delivered, and take this away",
                        "18:1: municipality: a file of this layout cannot be split; take this away and have one file for"
                                + " each municipality");
    }

    @Test
    void aHeadingOfMunicipalitiesThatIsNotThere() {
        small.change(
                        SOURCE,
                        "separator: \";\"",
                        "separator: \";\"\n  fields: {Nr: 1, Anst.nr: 2, Orsak: 3, Från: 4, Till: 5, Omf: 6, Kommun: 7}")
                .add(SOURCE, "municipality: {heading: Komun}\nignored: [komun]\n");

        assertThat(problems())
                .containsExactly(
                        "18:16: municipality.heading: \"Komun\" is not a name under format.fields (did you mean Kommun?)",
                        "18:16: municipality.heading: \"Komun\" is under ignored as well; take it away there");
    }

    @Test
    void aMunicipalityBeforeOneSignAndAfterAnother() {
        small.add(SOURCE, "municipality: {heading: Kommun, before: \" \", after: \"-\"}\n");

        assertThat(problems()).containsExactly("17:1: municipality: has both before and after; keep one of them");
    }

    @Test
    void aMunicipalityThatIsNoCode() {
        small.add(SOURCE, "municipality: {heading: Kommun, codes: {Mora: \"20622\"}}\n");

        assertThat(problems())
                .containsExactly("17:41: municipality.codes.Mora: must be a municipality's code of four digits in"
                        + " quotation marks: \"0380\"");
    }

    @Test
    void aFileNameThatAnotherPatternTakes() {
        small.change(SOURCE, "[\"franvaro_{year}.csv\"]", "[\"franvaro_{year}.csv\", \"*_{year}.csv\"]");

        assertThat(problems())
                .containsExactly("3:32: files[1]: takes the same files as franvaro_{year}.csv of absence; a file must"
                        + " belong to one dataset of a system");
    }

    @Test
    void aPartOfAFieldThatAnotherColumnHasWhole() {
        small.change(SOURCE, "extent_share: Omf", "extent_share: {heading: Till, after: \" \"}");

        assertThat(problems())
                .containsExactly("12:18: columns.extent_share.heading: \"Till\" is the heading of ended_on too;"
                        + " one heading fills one column");
    }

    @Test
    void aNameThatNoFieldHas() {
        small.change(
                SOURCE,
                "separator: \";\"",
                "separator: \";\"\n  heading_rows: 2\n  fields: {Nr: 1, Anst.nr: 2, Orsak: 3, Orsakskod: 3, Från: 4, Til: 5, Omf: 6}");

        assertThat(problems())
                .containsExactly(
                        "6:3: format.heading_rows: the fields are named under fields already; count the heading lines"
                                + " in preamble_lines",
                        "7:41: format.fields.Orsakskod: is the place of Orsak too; a field has one name",
                        "13:3: columns.ended_on: \"Till\" is not a name under format.fields (did you mean Til?)");
    }

    @Test
    void aSignForBothThousandsAndDecimals() {
        small.change(SOURCE, "separator: \";\"", "separator: \";\"\n  thousands: \".\"");

        assertThat(problems()).containsExactly("6:3: format.thousands: is the decimal sign too; one of them is wrong");
    }

    @Test
    void aWordForBothZeroAndNothing() {
        small.change(SOURCE, "separator: \";\"", "separator: \";\"\n  zero: [Nil, \"-\"]\n  no_value: \"-\"");

        assertThat(problems())
                .containsExactly("6:15: format.zero[1]: \"-\" is under no_value as well; it cannot be both");
    }

    @Test
    void sixDigitsThatMayBeADayOrAMonth() {
        small.change(SOURCE, "separator: \";\"", "separator: \";\"\n  day: yyMMdd\n  month: yyyyMM")
                .add(SOURCE, "month_days: {ended_on: last}\n");

        assertThat(problems())
                .containsExactly("19:1: month_days: six digits may be a day (yyMMdd) or a month (yyyyMM) here;"
                        + " keep one of the forms");
    }

    @Test
    void anotherCodeThatIsNotOurs() {
        small.add(SOURCE, "other_codes: {reason_code: sju}\n");

        assertThat(problems())
                .containsExactly("17:15: other_codes.reason_code: no such code sju in the code list reason"
                        + " (did you mean sjuk?)");
    }

    @Test
    void aPlaceOnTheLineWhereFieldsAreParted() {
        small.change(
                SOURCE,
                "separator: \";\"",
                "separator: \";\"\n  fields: {Nr: 1, Anst.nr: 2, Orsak: 3, Från: 4, Till: 5, Omf: {start: 9, width: 2}}");

        assertThat(problems()).containsExactly("4:1: format: the key layout is missing; add it");
    }

    @Test
    void aPlaceWithoutAWidth() {
        small.change(SOURCE, "separator: \";\"", "layout: fixed_width\n  fields: {Nr: {start: 1}}");

        assertThat(problems()).containsExactly("6:12: format.fields.Nr: the key width is missing; add it");
    }

    @Test
    void aNumberWhereFieldsHaveTheirPlaceOnTheLine() {
        small.change(
                SOURCE,
                "separator: \";\"",
                "layout: fixed_width\n  fields: {Nr: 1, Anst.nr: {start: 2, width: 1}, Orsak: {start: 3, width: 1}, "
                        + "Från: {start: 4, width: 1}, Till: {start: 5, width: 1}, Omf: {start: 6, width: 1}}");

        assertThat(problems())
                .containsExactly("6:12: format.fields.Nr: must have a start and a width, as fields of layout"
                        + " fixed_width do");
    }

    @Test
    void aLayoutWithFieldsInTheirPlacesThatNamesNone() {
        small.change(SOURCE, "separator: \";\"", "layout: fixed_width");

        assertThat(problems()).containsExactly("4:1: format: the key fields is missing; add it");
    }

    @Test
    void aSheetIsNamedOrNumberedAndOnlyAWorkbookHasOne() {
        small.change(SOURCE, "separator: \";\"", "layout: xlsx\n  sheet: 0");
        assertThat(problems()).containsExactly("6:3: format.sheet: must be at least 1, not 0");

        small.change(SOURCE, "sheet: 0", "sheet: Data\n  charset: UTF-8");
        assertThat(problems())
                .containsExactly("7:3: format.charset: means nothing for a file of layout xlsx; take it away");

        small.change(SOURCE, "layout: xlsx\n  sheet: Data\n  charset: UTF-8", "separator: \";\"\n  sheet: Data");
        assertThat(problems())
                .containsExactly("6:3: format.sheet: means nothing for a file of layout delimited; take it away");
    }

    private List<String> problems() {
        String start = SOURCE + ":";
        return small.problems().stream()
                .map(problem -> problem.startsWith(start) ? problem.substring(start.length()) : problem)
                .toList();
    }
}
