package se.trivsel.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.trivsel.contract.DateForm;
import se.trivsel.vocabulary.FindingCode;

class DayReaderTest {
    private static final LocalDate REFERENCE = LocalDate.of(2015, 6, 30);

    @ParameterizedTest
    @CsvSource({
        "yyyy-MM-dd,          2015-03-31",
        "yyyyMMdd,            20150331",
        "yyMMdd,              150331",
        "dd/MM/yyyy,          31/03/2015",
        "dd.MM.yyyy,          31.03.2015",
        "d/M/yyyy,            31/3/2015",
        "d/M/yyyy,            31/03/2015",
        "yyyy-MM-dd HH:mm,    2015-03-31 24:00",
        "yyyy-MM-dd HH:mm:ss, 2015-03-31 00:00:00",
    })
    void readsEachFormOfADay(String form, String text) {
        assertThat(day(form, text)).contains(LocalDate.of(2015, 3, 31));
    }

    @ParameterizedTest
    @CsvSource({"yyyy-MM, 2015-03", "yyyyMM, 201503", "MM/yyyy, 03/2015"})
    void aMonthIsItsFirstDay(String form, String text) {
        var months = DayReader.months(form(List.of(form)), REFERENCE);

        assertThat(months.read(text).map(LocalDate::ofEpochDay)).contains(LocalDate.of(2015, 3, 1));
    }

    /** A sheet keeps a month as one of its days. */
    @Test
    void aDayWhereAMonthIsExpectedIsItsMonth() {
        var months = DayReader.months(form(List.of("yyyy-MM-dd")), REFERENCE);

        assertThat(months.read("2015-03-31").map(LocalDate::ofEpochDay)).contains(LocalDate.of(2015, 3, 1));
        assertThat(months.read("2015-02-29")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yyyy-MM-dd", "yyyyMMdd", "dd/MM/yyyy", "dd.MM.yyyy", "d/M/yyyy"})
    void everyDayOfACenturyIsReadAsTheCalendarHasIt(String form) {
        var writer = DateTimeFormatter.ofPattern(form);
        var reader = DayReader.days(form(List.of(form)), REFERENCE);

        assertThat(LocalDate.of(1931, 1, 1).datesUntil(LocalDate.of(2031, 1, 1)))
                .filteredOn(day -> !reader.read(writer.format(day)).equals(Optional.of((int) day.toEpochDay())))
                .isEmpty();
    }

    @Test
    void theFirstFormThatFitsIsTaken() {
        var reader = DayReader.days(form(List.of("yyyyMMdd", "yyyy-MM-dd")), REFERENCE);

        assertThat(reader.read("2015-03-31")).isEqualTo(reader.read("20150331")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "150630, 2015-06-30",
        "151231, 2015-12-31",
        "160101, 2016-01-01",
        "351231, 2035-12-31",
        "360101, 1936-01-01",
        "991231, 1999-12-31",
        "000229, 2000-02-29",
    })
    void twoDigitsOfAYearReachTwentyYearsAhead(String text, LocalDate day) {
        assertThat(day("yyMMdd", text)).contains(day);
    }

    @ParameterizedTest
    @CsvSource({"20160229, true", "20150229, false", "19000229, false", "20000229, true"})
    void leapDaysAreThoseOfTheCalendar(String text, boolean isDay) {
        assertThat(day("yyyyMMdd", text).isPresent()).isEqualTo(isDay);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20150231", "20151301", "20150001", "20150100", "00000101", "2015033", "201503311", "2015-03-31",
                "2015033x", " 20150331", "TV", "20150331 ", "1.98507E+11", "２０１５０３３１", "-2015033", ""
            })
    void whatIsNoDayIsRefused(String text) {
        assertThat(day("yyyyMMdd", text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2015-03-31 0:00", "2015-03-31T00:00", "2015-03-31", "2015-03-31 00:00:00"})
    void theTimeOfDayHasToBeThere(String text) {
        assertThat(day("yyyy-MM-dd HH:mm", text)).isEmpty();
    }

    @Test
    void daysAndMonthsAreFoundFaultWithByTheirNames() {
        assertThat(DayReader.days(form(List.of()), REFERENCE).fault()).isEqualTo(FindingCode.NOT_A_DATE);
        assertThat(DayReader.months(form(List.of()), REFERENCE).fault()).isEqualTo(FindingCode.NOT_A_MONTH);
    }

    private static Optional<LocalDate> day(String form, String text) {
        return DayReader.days(form(List.of(form)), REFERENCE).read(text).map(LocalDate::ofEpochDay);
    }

    private static DateForm form(List<String> forms) {
        return new DateForm(forms, forms, 20);
    }
}
