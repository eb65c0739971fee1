package se.trivsel.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveriesPageTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsLateIsToldFirstAndTheOldestBeforeTheRest() throws IOException, SQLException {
        DeliveriesPage page = page("""
                insert into bi.expected_delivery values
                    ('2062', 'absence', '2017-01-01', '2017-01-01', '2017-02-28', 'late', 'Försenad'),
                    ('2062', 'unit', '2016-01-01', '2016-12-01', '2017-01-31', 'missing', 'Saknas'),
                    ('2062', 'absence', '2016-12-01', '2016-12-01', '2017-01-31', 'delivered', 'Levererad'),
                    ('2062', 'absence', '2017-02-01', '2017-02-01', '2017-03-31', 'not_due', 'Väntas'),
                    ('0380', 'absence', '2017-01-01', '2017-01-01', '2017-02-28', 'late', 'Försenad')""");

        assertThat(page.headline()).isEqualTo("2 avtalade leveranser har inte kommit, eller är underkända.");
        assertThat(page.awaited())
                .containsExactly(
                        new DeliveriesPage.Awaited("Enheter", "2016", "31 januari 2017", "Saknas"),
                        new DeliveriesPage.Awaited("Frånvaro", "januari 2017", "28 februari 2017", "Försenad"));
    }

    @Test
    void withoutAgreedDaysNothingIsSaidToHaveComeInTime() throws IOException, SQLException {
        DeliveriesPage page = page();

        assertThat(page.headline()).isEqualTo("Kommunen har inga avtalade leveransdagar.");
        assertThat(SmallRelease.html("deliveries", page)).contains("Kommunen har inte levererat något än.");
    }

    @Test
    void whatWasNeverAcceptedHasNoMonthRatherThanTheFirst() throws IOException, SQLException {
        DeliveriesPage page = page("""
                insert into bi.freshness values
                    ('2062', 'referral', null, false, null), ('2062', 'absence', '2016-12-01', true, '2017-03-31')""");

        assertThat(page.reaches())
                .containsExactly(
                        new DeliveriesPage.Reach("Frånvaro", "december 2016", true, "31 mars 2017"),
                        new DeliveriesPage.Reach("Ärenden", "Inget har godkänts", false, "ingen väntas"));
    }

    @Test
    void aRefusedDeliveryIsToldUntilALaterOneIsAccepted() throws IOException, SQLException {
        DeliveriesPage page = page("""
                insert into bi.delivery values
                    ('2062', 'absence', '2017-01', 'ratt.csv', 90, 80, 10, 5, 'accepted', true, false, '2017-02-02 02:00:00', 'b'),
                    ('2062', 'absence', '2017-01', 'fel.csv', 90, 0, 90, 0, 'rejected', false, false, '2017-02-01 02:00:00', 'a'),
                    ('2062', 'absence', '2016-12', 'gammal.csv', 9, 9, 0, 0, 'accepted', true, true, '2017-01-02 02:00:00', 'c'),
                    ('2062', 'absence', '2016-12', 'rattelse.csv', null, null, null, null, 'rejected', false, false, '2017-01-05 02:00:00', 'd'),
                    ('2062', 'absence', '2016-11', 'ersatt.csv', 9, 9, 0, 0, 'accepted', false, false, '2016-12-02 02:00:00', 'e')""");

        assertThat(page.datasets()).hasSize(1);
        assertThat(page.datasets().get(0).deliveries())
                .extracting(
                        DeliveriesPage.Delivery::file, DeliveriesPage.Delivery::state, DeliveriesPage.Delivery::read)
                .containsExactly(
                        tuple("ratt.csv", "Används", "90"),
                        tuple("rattelse.csv", "Underkänd", "."),
                        tuple("gammal.csv", "Används, fast en rättelse är underkänd", "9"));
        assertThat(page.datasets().get(0).deliveries().get(0).replayed()).isEqualTo("varav 5 ur karantänen");
    }

    @Test
    void theWorstFindingOfADeliveryIsItsFirst() throws IOException, SQLException {
        DeliveriesPage page = page("""
                insert into bi.delivery values
                    ('2062', 'absence', '2017-01', 'a.csv', 90, 80, 10, 0, 'accepted', true, false, '2017-02-02 02:00:00', 'a')""", """
                insert into bi.finding values
                    ('2062', 'absence', 'a', 'odd', 'warning', 'Ovanligt.', 700),
                    ('2062', 'absence', 'a', 'empty', 'error', 'Tomt <b>fält</b>.', 1)""");

        assertThat(page.datasets().get(0).deliveries().get(0).remarks())
                .containsExactly(
                        new DeliveriesPage.Remark("1\u00a0gång", "Tomt <b>fält</b>.", "raden används inte"),
                        new DeliveriesPage.Remark("700\u00a0gånger", "Ovanligt.", "raden används ändå"));
        assertThat(SmallRelease.html("deliveries", page)).contains("Tomt &lt;b&gt;fält");
    }

    @Test
    void olderPeriodsThanThePageBearsAreCounted() throws IOException, SQLException {
        DeliveriesPage page = page("""
                insert into bi.delivery
                select '2062', 'absence', strftime(month, '%Y-%m'), 'a.csv', 9, 9, 0, 0, 'accepted', true, false, month, cast(month as varchar)
                from range(date '2015-01-01', date '2016-03-01', interval 1 month) months (month)""");

        assertThat(page.datasets().get(0).deliveries())
                .hasSize(12)
                .first()
                .extracting(DeliveriesPage.Delivery::period)
                .isEqualTo("februari 2016");
        assertThat(page.older()).isEqualTo(2);
    }

    private DeliveriesPage page(String... statements) throws IOException, SQLException {
        try (Queries queries = SmallRelease.with(folder, statements)) {
            return DeliveriesPage.of(Catalogue.read(queries).municipality("2062"), queries);
        }
    }
}
