package se.trivsel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a command took from start to end, the processes it started included: seconds on the wall, seconds of processor, most
 * memory.
 *
 * <p>Processor and memory are told by Linux, elsewhere they are 0. One command at a time: the processor's time is what
 * all ended children of this process have used.
 */
record Measured(double wallSeconds, double processorSeconds, double peakMegabytes) {
    private static final double TICKS_A_SECOND = 100;

    /**
     * Runs a command to its end.
     *
     * @param good the exit codes that are no failure
     * @param log where to what it says goes
     */
    static Measured run(List<String> command, List<Integer> good, Path log) throws IOException, InterruptedException {
        double processorBefore = processorSecondsOfEnded();
        long started = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long peak = 0;
        while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, residentKilobytes(process));
        }
        double wall = (System.nanoTime() - started) / 1e9;
        if (!good.contains(process.exitValue())) {
            throw new IllegalStateException(
                    "Ended with " + process.exitValue() + "; why is in " + log + ": " + String.join(" ", command));
        }
        return new Measured(wall, processorSecondsOfEnded() - processorBefore, peak / 1024.0);
    }

    private static double processorSecondsOfEnded() throws IOException {
        Path told = Path.of("/proc/self/stat");
        if (!Files.exists(told)) {
            return 0;
        }
        String line = Files.readString(told);
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_A_SECOND;
    }

    /** Of the largest of its processes; added up, one that is about to become another would count its parent's twice. */
    private static long residentKilobytes(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .mapToLong(one -> residentKilobytes(one.pid()))
                .max()
                .orElse(0);
    }

    /** The kernel's own high-water mark, so that nothing is missed between two looks. */
    private static long residentKilobytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException ended) {
            return 0;
        }
    }
}
