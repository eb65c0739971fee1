package se.trivsel.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a longer history costs a night that has little to do: absences month by month, one, ten and sixty months of them.
 *
 * <p>Only taking in ({@code run hr}) is measured: the figures are built of the whole history, and take as long as it is.
 */
final class Histories implements Section {
    private static final List<Integer> MONTHS = List.of(1, 10, 60);
    private static final List<String> JOB = List.of("hr");

    private final Workbench bench;

    /** An installation that has taken in so many months. */
    private record History(int months, Installation installation, Runs unchanged, Runs corrected) {}

    Histories(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public void measure() throws IOException, InterruptedException {
        var monthly = MonthlyFiles.split(bench, Deliveries.LARGE.tenth(bench));
        var histories = new ArrayList<History>();
        for (int months : MONTHS) {
            Installation installation = monthly.first(months);
            bench.run(JOB, installation, installation.deliveries());
            histories.add(new History(months, installation, new Runs(), new Runs()));
        }
        for (int round = 0; round < bench.rounds(); round++) {
            for (History history : histories) {
                history.unchanged.add(bench.run(JOB, history.installation, 0));
            }
            for (History history : histories) {
                history.installation.correct(round);
                history.corrected.add(bench.run(JOB, history.installation, 1));
            }
        }
        print(histories);
    }

    private void print(List<History> histories) throws IOException {
        var table = new Table(
                "months of absences of %s municipalities"
                        .formatted(Deliveries.LARGE.tenth(bench).size()),
                "deliveries",
                "no news: wall s",
                "processor s",
                "times one month's",
                "one corrected row: wall s",
                "processor s",
                "times one month's");
        History shortest = histories.get(0);
        for (History history : histories) {
            table.row(
                    String.valueOf(history.months),
                    Table.count(history.installation.deliveries()),
                    history.unchanged.wallAndSpread(),
                    Table.decimal(history.unchanged.processor()),
                    ratios(history.unchanged, shortest.unchanged),
                    history.corrected.wallAndSpread(),
                    Table.decimal(history.corrected.processor()),
                    ratios(history.corrected, shortest.corrected));
        }
        table.print();
    }

    private static String ratios(Runs runs, Runs base) {
        return Table.times(runs.wall(), base.wall()) + ", " + Table.times(runs.processor(), base.processor());
    }
}
