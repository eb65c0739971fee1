package se.trivsel.normalise;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.trivsel.contract.Column;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.Source;
import se.trivsel.extract.DeliveredFile;
import se.trivsel.extract.RowBlock;
import se.trivsel.extract.UnreadableDelivery;
import se.trivsel.inbox.MunicipalityKey;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Period;

/** A delivery of 2015 normalised to its end. */
record Normalised(
        List<String> columns,
        List<NormalisedRow> rows,
        List<RejectedRow> rejected,
        List<Finding> warnings,
        int setAside,
        RowNormaliser normaliser) {

    static Normalised from(String text, Configuration rules, Source source, MunicipalityKey key)
            throws IOException, UnreadableDelivery {
        var contract = rules.contracts().get(source.dataset());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (var file =
                DeliveredFile.open(() -> new ByteArrayInputStream(bytes), source, contract, Period.year(2015))) {
            var normaliser = new RowNormaliser(rules, source, key, Period.year(2015), file.headings());
            var rows = new ArrayList<NormalisedRow>();
            var rejected = new ArrayList<RejectedRow>();
            var warnings = new ArrayList<Finding>();
            int setAside = 0;
            for (boolean isLast = false; !isLast; ) {
                RowBlock block = file.next();
                NormalisedBlock normalised = normaliser.normalise(block);
                rows.addAll(normalised.rows());
                rejected.addAll(normalised.rejected());
                warnings.addAll(normalised.warnings());
                setAside += normalised.setAside();
                isLast = normalised.last();
            }
            var columns =
                    contract.storedColumns().stream().map(Column::storedName).toList();
            return new Normalised(columns, rows, rejected, warnings, setAside, normaliser);
        }
    }

    /** A value of a kept row, counted from 0; nothing where it has none. */
    Optional<Object> value(int row, String column) {
        if (!columns.contains(column)) {
            throw new IllegalArgumentException("Not stored: " + column);
        }
        return Optional.ofNullable(rows.get(row).value(columns.indexOf(column)));
    }

    Optional<LocalDate> day(int row, String column) {
        return value(row, column).map(day -> LocalDate.ofEpochDay((Integer) day));
    }

    List<Optional<Object>> values(String column) {
        return java.util.stream.IntStream.range(0, rows.size())
                .mapToObj(row -> value(row, column))
                .toList();
    }

    /** The rejected rows' lines, each with its findings and their headings: {@code not_a_date Från}. */
    Map<Integer, List<String>> faults() {
        return rejected.stream()
                .collect(Collectors.toMap(
                        RejectedRow::line,
                        row -> row.findings().stream()
                                .map(finding -> code(finding.code())
                                        + finding.place()
                                                .heading()
                                                .map(" "::concat)
                                                .orElse(""))
                                .toList()));
    }

    private static String code(FindingCode code) {
        return code.code();
    }
}
