package se.trivsel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What one process took from start to end: seconds on the wall, seconds of processor, most memory.
 *
 * <p>The memory is Linux's own high-water mark, looked at every tenth of a second; elsewhere it is 0.
 */
record Measured(double wallSeconds, double cpuSeconds, long peakMegabytes, int exitCode) {
    static Measured run(List<String> command, Path log) throws IOException, InterruptedException {
        long started = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long peak = 0;
        double cpu = 0;
        while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, residentMegabytes(process.pid()));
            cpu = process.info().totalCpuDuration().map(spent -> spent.toMillis() / 1000.0).orElse(cpu);
        }
        return new Measured((System.nanoTime() - started) / 1e9, cpu, peak, process.exitValue());
    }

    private static long residentMegabytes(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
                }
            }
        } catch (IOException endedOrNotLinux) {
            return 0;
        }
        return 0;
    }
}
