package se.trivsel.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.SharedData;
import se.trivsel.contract.GivenRules;
import se.trivsel.warehouse.Repository;

/** Files nobody wrote for us come into the lake by a YAML file each, laid over the shipped configuration. */
class RealFilesTest {
    @TempDir
    Path folder;

    private Intake intake;

    @BeforeEach
    void open() {
        var rules = GivenRules.shipped(folder).copy(Repository.path("jobs/src/test/resources/real"));
        intake = new Intake(folder, rules.read());
    }

    @Test
    void aBoroughsPaymentsAgreeWithTheirOwnTotal() throws Exception {
        DeliveryManifest manifest = deliver("9901-lambeth", "lambeth-2012-01-payments.csv", "invoice");

        assertThat(manifest.findings()).isEmpty();
        assertThat(manifest.rowsKept()).isEqualTo(895);
        var sum = new BigDecimal("40507893.99");
        assertThat(manifest.controlTotals()).containsExactly(new ControlTotal("amount_sek", sum, sum, sum));
        assertThat(rows(manifest, """
                        select count(*), sum(amount_sek), count(distinct voucher_no), min(voucher_no::int),
                            min(booked_on), max(booked_on), min(currency_code), count(supplier_name),
                            count(*) filter (where supplier_kind_code = 'okand')
                        from lake""")).containsExactly("895|40507893.99|895|3|2012-01-31|2012-01-31|GBP|0|895");
    }

    @Test
    void theEpisodesOfPlacedChildrenBecomePlacements() throws Exception {
        DeliveryManifest manifest = deliver("9902-ssda903", "SSDA903_2020_episodes.csv", "case");

        assertThat(manifest.findings()).isEmpty();
        assertThat(manifest.rowsKept()).isEqualTo(5);
        assertThat(rows(manifest, """
                        select placement_form_code, provision_code, started_on, ended_on, end_reason_code, line_no,
                            if(client_key = first(client_key) over (order by line_no), 1, 2)
                        from lake order by line_no"""))
                .containsExactly(
                        "hvb_kopt|kopt_privat|2018-12-11|2019-07-18|fyllt_18|2|1",
                        "familjehem_eget|kopt_privat|2018-12-02|2019-05-16|omplacering|3|1",
                        "familjehem_eget|kopt_privat|2019-05-16|2019-09-26|vardnadsoverflytt|4|1",
                        "familjehem_eget|egen|2019-03-30|2019-04-10|omplacering|5|2",
                        "familjehem_eget|egen|2019-04-10|2019-06-24|omplacering|6|2");
    }

    private DeliveryManifest deliver(String municipality, String name, String kind) throws IOException {
        byte[] content = Files.readAllBytes(SharedData.path(kind + "/" + name));
        return intake.read(intake.receive(municipality, name, content));
    }

    private List<String> rows(DeliveryManifest manifest, String sql) throws SQLException {
        Path file = intake.home().lake().resolve(manifest.lakeFile().orElseThrow());
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("create view lake as from read_parquet('" + file + "', hive_partitioning = false)");
            var rows = new ArrayList<String>();
            try (var result = statement.executeQuery(sql)) {
                while (result.next()) {
                    var row = new ArrayList<String>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.add(String.valueOf(result.getString(i)));
                    }
                    rows.add(String.join("|", row));
                }
            }
            return rows;
        }
    }
}
