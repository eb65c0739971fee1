package se.trivsel.bench;

import java.io.IOException;

/** How long somebody waits who asks a short question. */
final class Starts implements Section {
    private static final int ROUNDS = 10;

    private final Workbench bench;

    Starts(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public void measure() throws IOException, InterruptedException {
        String home = Nights.published(bench).home().toString();
        var help = new Runs();
        var version = new Runs();
        var status = new Runs();
        for (int round = 0; round < ROUNDS; round++) {
            help.add(bench.trivsel("--help"));
            version.add(bench.trivsel("--version"));
            status.add(bench.trivsel("status", "--home", home));
        }
        var table = new Table("medians of " + ROUNDS, "wall s", "processor s", "peak memory MB");
        row(table, "`--help`", help);
        row(table, "`--version`", version);
        row(table, "`status`, of the release of a tenth of the municipalities", status);
        table.print();
    }

    private static void row(Table table, String command, Runs runs) {
        table.row(command, runs.wallAndSpread(), Table.decimal(runs.processor()), Table.rounded(runs.memory()));
    }
}
