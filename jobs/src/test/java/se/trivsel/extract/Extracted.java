package se.trivsel.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.trivsel.contract.Contract;
import se.trivsel.contract.Source;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.Period;

/** A file read to its end: its rows, each with the text it was written as. */
record Extracted(
        List<ExtractedRow> rows, List<String> raw, Map<String, String> totals, List<Finding> warnings, int blocks) {

    static Extracted from(byte[] file, Source source, Contract contract) throws IOException, UnreadableDelivery {
        return from((ByteSource) () -> new ByteArrayInputStream(file), source, contract);
    }

    static Extracted from(ByteSource bytes, Source source, Contract contract) throws IOException, UnreadableDelivery {
        try (var delimited = DeliveredFile.open(bytes, source, contract, Period.year(2014))) {
            var rows = new ArrayList<ExtractedRow>();
            var raw = new ArrayList<String>();
            int blocks = 0;
            for (boolean isLast = false; !isLast; blocks++) {
                RowBlock block = delimited.next();
                rows.addAll(block.rows());
                block.rows().forEach(row -> raw.add(block.raw(row)));
                isLast = block.last();
            }
            return new Extracted(rows, raw, delimited.statedTotals(), delimited.warnings(), blocks);
        }
    }

    List<Integer> lines() {
        return rows.stream().map(ExtractedRow::line).toList();
    }

    List<List<String>> cells() {
        return rows.stream().map(ExtractedRow::cells).toList();
    }
}
