package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.publish.Release;
import se.trivsel.publish.Releases;
import se.trivsel.warehouse.Limits;
import se.trivsel.warehouse.ReleaseDifference;
import se.trivsel.warehouse.SqlTree;

/** A night in which half of a year's absences are corrected away and a year of working time comes for the first time. */
class RevisionNightTest {
    private static final String MORA = "2062-mora";
    private static final Charset THEIRS = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    @Test
    void everyFigureThatChangedIsTold() throws IOException, SQLException {
        var world = new SmallWorld(folder).knowsOnly("2062").receives(MORA, "anst_", "franvaro", "arbetstid_2015");
        world.runs();
        Release before = world.release();
        assertThat(world.asks("select count(*) from bi.revision")).containsExactly(List.of("0"));

        Path absences = world.inbox().resolve(MORA).resolve("franvaro_2015.csv");
        List<String> lines = Files.readAllLines(absences, THEIRS);
        Files.write(absences, lines.subList(0, lines.size() / 2), THEIRS);
        world.on("2018-02-08").receives(MORA, "arbetstid_2016").runs();

        assertThat(world.asks("""
                select cause_code, delivery_id like '%absence%', count(*) > 0, bool_and(since_release_id = '%s')
                from bi.revision
                where measure_code like 'SF_%%' and period_type = 'year' and year(period_start) = 2015
                group by all
                """.replace("%absence%", "%%absence%%").formatted(before.releaseId())))
                .containsExactly(List.of("corrected_delivery", "true", "true", "true"));
        assertThat(world.asks("select distinct cause_code from bi.revision where measure_code = 'OT_TIM'"))
                .containsExactly(List.of("new_delivery"));

        assertThat(told(world))
                .as("What the two files themselves differ by")
                .isEqualTo(differing(world, before))
                .isNotEmpty();
        assertThat(told(world)).as("release diff").isEqualTo(compared(world, before));
    }

    private static List<List<String>> told(SmallWorld world) {
        return world.asks("""
                select measure_code, group_code, period_type, period_start, old_value, new_value, old_status, new_status
                from bi.revision order by all
                """);
    }

    private static List<List<String>> differing(SmallWorld world, Release before) {
        Path served = new Releases(world.home().published()).folder(before).resolve(Releases.SERVED_FILE);
        return world.asks("""
                attach '%s' as before (read_only);
                select
                    measure_code, group_code, period_type, period_start, old.value, new.value, old.status, new.status
                from before.bi.measure_value as old
                inner join bi.measure_value as new
                    using (municipality_code, measure_code, group_code, period_type, period_start)
                where (old.status = 'ok') <> (new.status = 'ok') or old.value <> new.value
                order by all
                """.formatted(served));
    }

    private static List<List<String>> compared(SmallWorld world, Release before) throws SQLException {
        var releases = new Releases(world.home().published());
        try (var difference = ReleaseDifference.between(
                        releases.folder(before).resolve(Releases.SERVED_FILE),
                        releases.folder(world.release()).resolve(Releases.SERVED_FILE),
                        SqlTree.read(world.sql()),
                        new Limits("512MB", 1));
                var statement = difference.connection().createStatement();
                var rows = statement.executeQuery("""
                        select
                            measure_code, group_code, period_type, period_start,
                            old_value, new_value, old_status, new_status
                        from revision.change order by all
                        """)) {
            var compared = new ArrayList<List<String>>();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(rows.getString(i)));
                }
                compared.add(row);
            }
            return compared;
        }
    }
}
