package se.trivsel.contract;

import java.util.List;
import java.util.Optional;
import se.trivsel.vocabulary.SourceKind;

/**
 * What every delivery of a dataset becomes, whatever system it came from.
 *
 * <p>It gives the reading of cells, the Parquet schema, the DuckDB table and the data dictionary. Without a key there
 * is no de-duplication, ever.
 *
 * @param changes what was new in it and when, the oldest first
 */
public record Contract(
        String dataset,
        SourceKind kind,
        String label,
        String description,
        String grain,
        List<String> key,
        List<Interval> intervals,
        List<Column> columns,
        List<FormatChange> changes) {

    /** One that has never changed. */
    public Contract(
            String dataset,
            SourceKind kind,
            String label,
            String description,
            String grain,
            List<String> key,
            List<Interval> intervals,
            List<Column> columns) {
        this(dataset, kind, label, description, grain, key, intervals, columns, List.of());
    }

    public Contract {
        key = List.copyOf(key);
        intervals = List.copyOf(intervals);
        columns = List.copyOf(columns);
        changes = List.copyOf(changes);
    }

    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    public List<Column> storedColumns() {
        return columns.stream().filter(Column::isStored).toList();
    }

    /** Another when what is to be delivered has changed: names, types, key; not when it is only said in other words. */
    public String columnsVersion() {
        List<List<Object>> promised = columns.stream()
                .map(column -> List.<Object>of(
                        column.name(),
                        column.type(),
                        column.privacy(),
                        column.required(),
                        column.instead(),
                        column.derivedFrom(),
                        column.on(),
                        column.onlyLegal()))
                .toList();
        return Fingerprint.of(key, intervals, promised);
    }
}
