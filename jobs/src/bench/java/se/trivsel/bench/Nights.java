package se.trivsel.bench;

import java.io.IOException;
import java.util.List;

/** Whole nights, from deliveries to the published release: of all municipalities once, of a tenth of them every round. */
final class Nights implements Section {
    private static final List<String> NIGHT = List.of();
    private static final String TENTH = "tenth";

    private final Workbench bench;
    private final Table table = new Table(
            "deliveries to published release", "wall s", "processor s", "rows per processor-s", "peak memory MB");

    Nights(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public void measure() throws IOException, InterruptedException {
        all();
        tenth();
        table.print();
    }

    private void all() throws IOException, InterruptedException {
        Installation all = Installation.of(bench, "all", Deliveries.COUNTRY.senders(bench), file -> true);
        var first = new Runs();
        first.add(bench.run(NIGHT, all, all.deliveries()));
        row("first night of " + all.described() + ", once", first, Table.rounded(all.rows() / first.processor()));
        bench.cleared("all");
    }

    private void tenth() throws IOException, InterruptedException {
        var first = new Runs();
        var unchanged = new Runs();
        var corrected = new Runs();
        Installation tenth = installTenth(bench);
        for (int round = 0; round < bench.rounds(); round++) {
            tenth.forget();
            first.add(bench.run(NIGHT, tenth, tenth.deliveries()));
            unchanged.add(bench.run(NIGHT, tenth, 0));
            tenth.correct(round);
            corrected.add(bench.run(NIGHT, tenth, 1));
        }
        row("first night of " + tenth.described(), first, Table.rounded(tenth.rows() / first.processor()));
        row("night of theirs without news", unchanged, "");
        row("night of theirs with one corrected row in one file", corrected, "");
    }

    private void row(String night, Runs runs, String pace) {
        table.row(night, runs.wallAndSpread(), Table.decimal(runs.processor()), pace, Table.rounded(runs.memory()));
    }

    /** With the release of a tenth of the municipalities: the last round's, or one made now. */
    static Installation published(Workbench bench) throws IOException, InterruptedException {
        var tenth = new Installation(bench.folder().resolve(TENTH));
        if (tenth.hasRelease()) {
            return tenth;
        }
        Installation made = installTenth(bench);
        bench.run(NIGHT, made, made.deliveries());
        return made;
    }

    private static Installation installTenth(Workbench bench) throws IOException {
        return Installation.of(bench, TENTH, Deliveries.COUNTRY.tenth(bench), file -> true);
    }
}
