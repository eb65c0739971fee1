package se.trivsel.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.Stream;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.Contract;
import se.trivsel.contract.FilePattern;
import se.trivsel.contract.Municipality;
import se.trivsel.contract.Source;
import se.trivsel.vocabulary.Period;

/** Writes a municipality's files, each in the way of the system it comes from. */
final class Exports {
    private final Configuration configuration;
    private final Municipality municipality;
    private final Path folder;

    private Exports(Configuration configuration, Municipality municipality, Path folder) {
        this.configuration = configuration;
        this.municipality = municipality;
        this.folder = folder;
    }

    /** Writes into the municipality's own folder of an inbox. */
    static Exports into(Path inbox, Municipality municipality, Configuration configuration) {
        Path folder = inbox.resolve(municipality.code() + "-" + Slug.of(municipality.name()));
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot make " + folder, failure);
        }
        return new Exports(configuration, municipality, folder);
    }

    /** Delivers a dataset's file, unless the municipality has no system that delivers it. */
    void deliver(String dataset, Period period, Stream<Row> rows) {
        write(dataset, period, "", rows);
    }

    /** Delivers a year once more under another name. */
    void deliverAgain(String dataset, Period year, String why, Stream<Row> rows) {
        write(dataset, year, why, rows);
    }

    private void write(String dataset, Period period, String why, Stream<Row> rows) {
        Contract contract = Objects.requireNonNull(configuration.contracts().get(dataset), dataset);
        String system = municipality.systemByKind().get(contract.kind());
        if (system == null) {
            return;
        }
        Source source = configuration
                .source(contract.kind(), system, dataset)
                .orElseThrow(() -> new IllegalArgumentException("The system " + system + " delivers no " + dataset));
        Path file = folder.resolve(fileName(source, period, why));
        var habits = Habits.of(municipality.code(), contract.kind(), SourceFile.layout(source));
        var faults = Imperfections.of(municipality.code(), dataset, period);
        try (SourceFile out = SourceFile.create(file, contract, source, habits)) {
            int index = 0;
            for (Iterator<Row> each = rows.iterator(); each.hasNext(); index++) {
                Row row = each.next();
                out.write(row);
                if (why.isEmpty()) {
                    for (Row faulty : faults.after(index, row)) {
                        out.write(faulty);
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write " + file, failure);
        }
    }

    static String fileName(Source source, Period period, String why) {
        boolean isYear = period.equals(Period.year(period.from().getYear()));
        String placeholder = isYear ? "{year}" : "{from}";
        FilePattern pattern = source.files().stream()
                .filter(candidate -> candidate.text().contains(placeholder)
                        && candidate.text().contains("*") == !why.isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The system " + source.system()
                        + " has no file name for " + source.dataset() + " of " + period));
        return new FilePattern(pattern.text().replace("*", why)).fileName(period);
    }
}
