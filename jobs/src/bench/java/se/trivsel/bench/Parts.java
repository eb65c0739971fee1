package se.trivsel.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The parts that every row goes through, each alone, by JMH: short, to see what has changed rather than by how much. */
final class Parts implements Section {
    private final Workbench bench;

    Parts(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public void measure() throws IOException, RunnerException {
        Options options = new OptionsBuilder()
                .include("se\\.trivsel\\..*Bench\\.")
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .shouldFailOnError(true)
                .jvmArgsAppend(
                        "-D" + AbsenceBench.CONFIGURATION + "=" + bench.root().resolve("config"),
                        "-D" + AbsenceBench.FOLDER + "=" + bench.cleared("parts"))
                .output(bench.log("parts").toString())
                .build();
        var table = new Table("part", "ns", "± (99.9 %)");
        for (RunResult part : new Runner(options).run()) {
            Result<?> result = part.getPrimaryResult();
            String name = part.getParams().getBenchmark().replaceFirst(".*\\.(\\w+)Bench\\.", "$1, ");
            table.row(name, Table.rounded(result.getScore()), Table.rounded(result.getScoreError()));
        }
        table.print();
    }
}
