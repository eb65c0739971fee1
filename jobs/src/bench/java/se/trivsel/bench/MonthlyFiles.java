package se.trivsel.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.trivsel.vocabulary.Period;

/**
 * Some municipalities' absences, in a file for each month in which they began, as if they had been sent month by month.
 *
 * <p>What began before the first year is in its first month, as it was in the first file.
 */
record MonthlyFiles(Workbench bench, Path folder, List<Path> senders) {
    /** Samples begin with this month, whatever their order. */
    private static final YearMonth FIRST = YearMonth.of(2014, 1);

    private static final Pattern STARTED = Pattern.compile("[,;](\\d{4})-?(\\d{2})-?\\d{2}[,;]");
    private static final Pattern PERIOD = Pattern.compile("_[0-9-]+\\.csv$");

    static MonthlyFiles split(Workbench bench, List<Path> senders) throws IOException {
        var monthly = new MonthlyFiles(bench, bench.cleared("monthly"), senders);
        for (Path sender : senders) {
            monthly.split(sender);
        }
        return monthly;
    }

    private void split(Path sender) throws IOException {
        SortedMap<YearMonth, StringBuilder> months = new TreeMap<>();
        String system = "";
        for (Path file : Installation.entries(sender).stream()
                .filter(Installation::isAbsence)
                .toList()) {
            system = PERIOD.matcher(file.getFileName().toString()).replaceFirst("");
            List<String> lines =
                    Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
            for (String row : lines.subList(1, lines.size())) {
                months.computeIfAbsent(month(row), month -> new StringBuilder(lines.get(0) + "\n"))
                        .append(row)
                        .append('\n');
            }
        }
        for (var month : months.entrySet()) {
            Path file = folder.resolve(month.getKey().toString())
                    .resolve(sender.getFileName())
                    .resolve(system + "_" + Period.month(month.getKey()).compact() + ".csv");
            Files.createDirectories(file.getParent());
            Files.writeString(file, month.getValue(), StandardCharsets.ISO_8859_1);
        }
    }

    /** By the first day in the row, which is the one it began on; a row without any is in the first month. */
    private static YearMonth month(String row) {
        Matcher started = STARTED.matcher(row);
        if (!started.find()) {
            return FIRST;
        }
        var month = YearMonth.of(Integer.parseInt(started.group(1)), Integer.parseInt(started.group(2)));
        return month.isBefore(FIRST) ? FIRST : month;
    }

    /** The files of the first months. */
    Installation first(int months) throws IOException {
        Installation installation = Installation.of(bench, "months-" + months, senders, file -> false);
        for (int month = 0; month < months; month++) {
            Path sent = folder.resolve(FIRST.plusMonths(month).toString());
            for (Path sender : Files.exists(sent) ? Installation.entries(sent) : List.<Path>of()) {
                for (Path file : Installation.entries(sender)) {
                    installation.link(file);
                }
            }
        }
        return installation;
    }
}
