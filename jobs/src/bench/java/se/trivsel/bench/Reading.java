package se.trivsel.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Absences from CSV to cleaned, pseudonymised Parquet with the rejected rows apart: Trivsel beside others who do the same.
 *
 * <p>After every round all have to have kept the same rows.
 */
final class Reading implements Section {
    private final Workbench bench;

    Reading(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public void measure() throws IOException, InterruptedException, SQLException {
        Installation absences =
                Installation.of(bench, "absences", Deliveries.LARGE.senders(bench), Installation::isAbsence);
        var trivsel = new Cleaning.Trivsel(bench, absences);
        List<Cleaning> sides =
                List.of(trivsel, new Cleaning.DuckDb(bench, absences), new Cleaning.Spark(bench, absences));
        List<Runs> runs = sides.stream().map(side -> new Runs()).toList();
        var readingAlone = new ArrayList<Double>();
        for (int round = 0; round < bench.rounds(); round++) {
            for (int side = 0; side < sides.size(); side++) {
                runs.get(side).add(sides.get(side).run());
            }
            readingAlone.add(trivsel.readingSeconds());
            CleanedRows expected = trivsel.rows();
            for (Cleaning side : sides) {
                side.rows().hasToBe(expected, side.label());
            }
        }
        print(absences, sides, runs);
        CleanedRows rows = trivsel.rows();
        System.out.printf(
                "All kept the same %s rows and rejected the same %s, after each round. Of Trivsel's time on the wall,"
                        + " %s s are reading and writing rows; the others do nothing else.%n%n",
                Table.count(rows.kept()), Table.count(rows.rejected()), Table.decimal(Runs.median(readingAlone)));
    }

    private static void print(Installation absences, List<Cleaning> sides, List<Runs> runs) throws IOException {
        long rows = absences.rows();
        double megabytes = absences.bytes() / 1e6;
        var table = new Table(
                "%s absences in %s files, %s MB"
                        .formatted(Table.count(rows), Table.count(absences.deliveries()), Table.rounded(megabytes)),
                "wall s",
                "processor s",
                "rows per processor-s",
                "CSV MB/s",
                "peak memory MB",
                "wall, processor, memory: times Trivsel's");
        Runs trivsel = runs.get(0);
        for (int side = 0; side < sides.size(); side++) {
            Runs one = runs.get(side);
            table.row(
                    sides.get(side).label(),
                    one.wallAndSpread(),
                    Table.decimal(one.processor()),
                    Table.rounded(rows / one.processor()),
                    Table.decimal(megabytes / one.wall()),
                    Table.rounded(one.memory()),
                    String.join(
                            ", ",
                            Table.times(one.wall(), trivsel.wall()),
                            Table.times(one.processor(), trivsel.processor()),
                            Table.times(one.memory(), trivsel.memory())));
        }
        table.print();
    }
}
