package se.trivsel.contract;

import java.util.List;
import java.util.Optional;
import se.trivsel.vocabulary.SourceKind;

/**
 * What every delivery of a dataset becomes, whatever system it came from.
 *
 * <p>It gives the reading of cells, the Parquet schema, the DuckDB table and the data dictionary. Without a key there
 * is no de-duplication, ever.
 */
public record Contract(
        String dataset,
        SourceKind kind,
        String label,
        String description,
        String grain,
        List<String> key,
        List<Interval> intervals,
        List<Column> columns) {

    public Contract {
        key = List.copyOf(key);
        intervals = List.copyOf(intervals);
        columns = List.copyOf(columns);
    }

    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    public List<Column> storedColumns() {
        return columns.stream().filter(Column::isStored).toList();
    }
}
