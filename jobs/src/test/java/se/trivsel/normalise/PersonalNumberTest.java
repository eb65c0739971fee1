package se.trivsel.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.trivsel.SharedData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PersonalNumberTest {
    private static final LocalDate END_OF_2015 = LocalDate.of(2015, 12, 31);
    private static final LocalDate END_OF_2025 = LocalDate.of(2025, 12, 31);
    private static final List<String> FORMS =
            List.of("long_format", "short_format", "separated_format", "separated_long");

    @ParameterizedTest
    @ValueSource(strings = {"197601012391", "19760101-2391", "7601012391", "760101-2391"})
    void everyFormIsTheSamePerson(String text) {
        assertThat(digits(text, END_OF_2015)).contains("197601012391");
    }

    @ParameterizedTest
    @CsvSource({
        // A child of 2013 while it was one, and a centenarian of the same ten digits.
        "130101-2389, 2015-12-31, 2013",
        "1301012389,  2013-01-01, 2013",
        "1301012389,  2012-12-31, 1913",
        "130101+2389, 2015-12-31, 1913",
        "760101-2391, 2015-12-31, 1976",
        "760101+2391, 2015-12-31, 1876",
        // In the year one turns a hundred the sign is a plus already, before the birthday too.
        "760101+2391, 2076-01-01, 1976",
        "760101-2391, 2076-01-01, 2076",
    })
    void theCenturyIsToldByTheDeliverysYear(String text, LocalDate reference, int birthYear) {
        assertThat(PersonalNumber.read(text, reference).map(PersonalNumber::birthYear))
                .contains(birthYear);
    }

    @ParameterizedTest
    @ValueSource(strings = {"297601012391", "207601012391", "177601012391", "057601012391"})
    void aCenturyInWhichNobodyLivesIsRefused(String text) {
        assertThat(PersonalNumber.read(text, END_OF_2015)).isEmpty();
    }

    @Test
    void aChildReportedBeforeItsBirthIsAccepted() {
        assertThat(digits("201301012389", LocalDate.of(2012, 12, 31))).contains("201301012389");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "197601012392",
                "19760101 2391",
                "197613012391",
                "1976010123",
                "1.97601E+11",
                "7601012391.0",
                "60101-2391",
                "１９７６０１０１２３９１",
                "19760101--2391",
                "0000000000",
                "000000000000"
            })
    void whatIsNoPersonalNumberIsRefused(String text) {
        assertThat(PersonalNumber.read(text, END_OF_2015)).isEmpty();
    }

    @Test
    void sexIsToldByTheSecondLastDigit() {
        assertThat(PersonalNumber.read("201301012389", END_OF_2015)).get().matches(PersonalNumber::isWoman);
        assertThat(PersonalNumber.read("197601012391", END_OF_2015)).get().matches(number -> !number.isWoman());
    }

    @ParameterizedTest
    @CsvSource({"2015-12-31, 39", "2016-01-01, 40", "1976-01-01, 0", "1975-12-31, -1"})
    void ageIsCountedInWholeYears(LocalDate day, int age) {
        assertThat(PersonalNumber.read("197601012391", END_OF_2015).map(number -> number.age(day)))
                .contains(age);
    }

    @ParameterizedTest
    @CsvSource({
        "1980, 01, 61",
        "1980, 12, 91",
        "1980, 06, 60",
        "1980, 00, 60",
        "1980, 00, 75",
    })
    void aCoordinationNumberMayLeaveMonthOrDayOpen(String year, String month, String day) {
        String text = withCheckDigit(year + month + day + "238");

        assertThat(digits(text, END_OF_2015)).contains(text);
        assertThat(PersonalNumber.read(text, END_OF_2015))
                .get()
                .matches(number -> number.age(LocalDate.of(2015, 12, 31)) == 35);
    }

    @ParameterizedTest
    @CsvSource({"1980, 13, 60", "1980, 00, 92", "1980, 00, 15", "1981, 02, 89", "1980, 06, 00"})
    void aDateThatCannotBeIsRefusedInACoordinationNumberToo(String year, String month, String day) {
        assertThat(PersonalNumber.read(withCheckDigit(year + month + day + "238"), END_OF_2015))
                .isEmpty();
    }

    @Test
    void readsThePublicListAsItSays() throws IOException {
        for (JsonNode number : json("list")) {
            String twelve = number.get("long_format").asString();
            for (String form : FORMS) {
                Optional<String> read = digits(number.get(form).asString(), END_OF_2025);
                if (!number.get("valid").asBoolean()) {
                    assertThat(read).as(number.get(form).asString()).isEmpty();
                } else if (isTellable(number, form)) {
                    assertThat(read).contains(twelve);
                } else {
                    assertThat(read).get().asString().endsWith(twelve.substring(2));
                }
            }
        }
    }

    @Test
    void readsThePublicStructuredListsAsTheySay() throws IOException {
        for (JsonNode kind : json("structured")) {
            kind.get("string")
                    .get("valid")
                    .forEach(text -> assertThat(digits(text.asString(), END_OF_2025))
                            .as(text.asString())
                            .isPresent());
            kind.get("string")
                    .get("invalid")
                    .forEach(text -> assertThat(digits(text.asString(), END_OF_2025))
                            .as(text.asString())
                            .isEmpty());
        }
    }

    @Test
    void anInterimNumberIsNobodysForGood() throws IOException {
        for (JsonNode number : json("interim")) {
            for (String form : FORMS) {
                assertThat(digits(number.get(form).asString(), END_OF_2015)).isEmpty();
            }
        }
    }

    @Test
    void anOrganisationsNumberIsNoPersons() throws IOException {
        for (JsonNode number : json("orgnumber")) {
            assertThat(digits(number.get("short_format").asString(), END_OF_2015))
                    .isEmpty();
            assertThat(OrganisationNumber.read(number.get("separated_format").asString()))
                    .get()
                    .matches(OrganisationNumber::isLegalPersons);
        }
    }

    @Test
    void everyTestNumberOfTheTaxAgencyIsAccepted() throws IOException {
        List<String> numbers = Files.readAllLines(SharedData.path("personnummer/skatteverket_testpersonnummer.csv"));

        assertThat(numbers.subList(1, numbers.size()))
                .hasSizeGreaterThan(40_000)
                .allMatch(number -> digits(number, END_OF_2025).equals(Optional.of(number)));
    }

    /** Ten digits without a sign cannot tell somebody of a hundred years. */
    private static boolean isTellable(JsonNode number, String form) {
        boolean isHundred = number.get("separated_format").asString().contains("+");
        return !(isHundred && form.equals("short_format"));
    }

    private static JsonNode json(String name) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(SharedData.path("personnummer/" + name + ".json")));
    }

    private static Optional<String> digits(String text, LocalDate reference) {
        return PersonalNumber.read(text, reference).map(PersonalNumber::digits);
    }

    private static String withCheckDigit(String eleven) {
        for (int digit = 0; digit < 10; digit++) {
            if (Luhn.isValid(eleven.substring(2) + digit)) {
                return eleven + digit;
            }
        }
        throw new IllegalArgumentException(eleven);
    }
}
