package se.trivsel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.trivsel.contract.ConfigurationReader;
import se.trivsel.job.ExitCode;
import se.trivsel.samples.SampleOrder;
import se.trivsel.samples.Samples;

/** {@code samples}: makes up deliveries. */
@Command(
        name = "samples",
        description = {
            "Makes up deliveries of municipalities: the same order gives the same bytes.",
            "Beyond the configured municipalities it invents some and writes their YAML to DIR/municipalities."
        })
final class SamplesCommand implements Callable<Integer> {
    @Mixin
    private Folders folders = new Folders();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "An empty or new folder.")
    private Path out = Path.of("");

    @Option(
            names = "--municipalities",
            paramLabel = "N",
            description = "How many, the configured ones first (default: ${DEFAULT-VALUE}).")
    private int municipalities = SampleOrder.SHIPPED.municipalities();

    @Option(names = "--years", paramLabel = "N", description = "How many years, from 2014 (default: ${DEFAULT-VALUE}).")
    private int years = SampleOrder.SHIPPED.years();

    @Option(names = "--seed", paramLabel = "S", description = "Where chance begins (default: ${DEFAULT-VALUE}).")
    private long seed = SampleOrder.SHIPPED.seed();

    @Option(
            names = "--staff-factor",
            paramLabel = "F",
            description = "How many times larger than usual each municipality is (default: ${DEFAULT-VALUE}).")
    private double staffFactor = SampleOrder.SHIPPED.staffFactor();

    @Override
    public Integer call() throws IOException {
        if (Files.isDirectory(out) && hasEntries(out)) {
            throw new WrongUsage(out + " is not empty: samples never mix with what is there. Name a new folder.");
        }
        Samples.write(ConfigurationReader.read(folders.config()), out, order());
        System.out.println("Wrote deliveries of " + municipalities + " municipalities to " + out.resolve("inbox"));
        return ExitCode.OK.code();
    }

    private SampleOrder order() {
        try {
            return new SampleOrder(municipalities, years, seed, staffFactor);
        } catch (IllegalArgumentException outOfRange) {
            throw new WrongUsage(String.valueOf(outOfRange.getMessage()));
        }
    }

    private static boolean hasEntries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isPresent();
        }
    }
}
