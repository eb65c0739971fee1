package se.trivsel.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.trivsel.contract.DeliveryCalendar;
import se.trivsel.contract.Due;
import se.trivsel.contract.Municipality;
import se.trivsel.lake.DeliveryManifest.Status;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.Period;
import se.trivsel.vocabulary.SourceKind;

class ExpectedDeliveriesTest {
    private static final MunicipalityCode MORA = new MunicipalityCode("2062");

    private final List<DeliveryManifest> readings = new ArrayList<>();
    private Due due = new Due(Due.Every.MONTH, 1, 15);
    private Optional<YearMonth> from = Optional.empty();
    private Optional<YearMonth> to = Optional.empty();

    @Test
    void theDayItselfIsInTimeAndTheNextOneIsLateUntilTheOneAfterIsDue() {
        accepted("2015-01", "2015-01", "2015-02-10");

        assertThat(on("2015-03-15"))
                .containsExactly(
                        "2015-01 2015-02-15 DELIVERED 2015-02-10",
                        "2015-02 2015-03-15 NOT_DUE",
                        "2015-03 2015-04-15 NOT_DUE");
        assertThat(on("2015-03-16")).contains("2015-02 2015-03-15 LATE");
        assertThat(on("2015-04-15")).contains("2015-02 2015-03-15 LATE");
        assertThat(on("2015-04-16")).contains("2015-02 2015-03-15 MISSING", "2015-03 2015-04-15 LATE");
    }

    @Test
    void whatCameLaterIsNotKnownBefore() {
        accepted("2015-01", "2015-01", "2015-02-10");
        accepted("2015-02", "2015-02", "2015-03-20");

        assertThat(on("2015-03-19")).contains("2015-02 2015-03-15 LATE");
        assertThat(on("2015-03-20")).contains("2015-02 2015-03-15 DELIVERED 2015-03-20");
    }

    @Test
    void aYearIsDeliveredWhenTheLastOfItsMonthsIs() {
        due = new Due(Due.Every.YEAR, 2, 31);
        accepted("2015-01", "2015-11", "2015-12-10");
        assertThat(on("2016-02-29"))
                .containsExactly("2015-01--2015-12 2016-02-29 NOT_DUE", "2016-01--2016-12 2017-02-28 NOT_DUE");

        accepted("2015-12", "2015-12", "2016-01-10");
        accepted("2015-12", "2015-12", "2016-03-10");
        assertThat(on("2016-03-11"))
                .as("A correction does not make it later")
                .contains("2015-01--2015-12 2016-02-29 DELIVERED 2016-01-10");
    }

    @Test
    void whatWasRejectedIsToBeSentAgain() {
        accepted("2015-01", "2015-01", "2015-02-10");
        rejected("2015-01", "2015-02", "2015-03-10");

        assertThat(on("2015-03-11"))
                .as("January stays in use")
                .contains("2015-01 2015-02-15 DELIVERED 2015-02-10", "2015-02 2015-03-15 REJECTED");
    }

    @Test
    void nothingIsExpectedOutsideTheTimeAgreed() {
        due = new Due(Due.Every.QUARTER, 1, 15);
        from = Optional.of(YearMonth.of(2015, 2));
        to = Optional.of(YearMonth.of(2015, 5));

        assertThat(on("2016-01-01"))
                .containsExactly("2015-02--2015-03 2015-04-15 MISSING", "2015-04--2015-05 2015-07-15 MISSING");
        assertThat(on("2014-12-31")).isEmpty();
    }

    @Test
    void whatNeverCameAndHasNoFirstMonthIsNotLate() {
        rejected("2015-01", "2015-01", "2015-02-10");

        assertThat(on("2016-01-01")).isEmpty();
    }

    private void accepted(String first, String last, String knownOn) {
        add(first, last, knownOn, Status.ACCEPTED);
    }

    private void rejected(String first, String last, String knownOn) {
        add(first, last, knownOn, Status.REJECTED);
    }

    private void add(String first, String last, String knownOn, Status status) {
        String id = "d" + readings.size();
        readings.add(new DeliveryManifest(
                id,
                id + "-rules",
                MORA,
                SourceKind.HR,
                "given",
                "absence",
                new Period(YearMonth.parse(first), YearMonth.parse(last)),
                true,
                id + ".csv",
                1,
                "sha",
                Instant.EPOCH,
                LocalDate.parse(knownOn),
                Instant.EPOCH,
                "rules",
                "key",
                status,
                1,
                1,
                0,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty()));
    }

    private List<String> on(String day) {
        var mora = new Municipality(
                MORA, "Mora", Map.of(), new DeliveryCalendar(from, to, Map.of("absence", due)), List.of());
        return ExpectedDeliveries.asOf(LocalDate.parse(day), List.of(mora), readings).stream()
                .map(expected -> expected.period() + " " + expected.dueOn() + " " + expected.state()
                        + expected.deliveredOn().map(known -> " " + known).orElse(""))
                .toList();
    }
}
