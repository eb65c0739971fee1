package se.trivsel.publish;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The column types a published file may have: those every BI tool and every older driver knows.
 *
 * <p>A sum of integers is a HUGEINT in DuckDB, so a wider type than meant comes easily; it is narrowed, and a value
 * that does not fit stops the release instead of being cut.
 */
final class ServedType {
    private static final Set<String> AS_IT_IS = Set.of(
            "BOOLEAN", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "FLOAT", "DOUBLE", "VARCHAR", "DATE", "TIMESTAMP");
    private static final Map<String, String> NARROWED = Map.of(
            "HUGEINT", "BIGINT",
            "UHUGEINT", "BIGINT",
            "UBIGINT", "BIGINT",
            "UINTEGER", "BIGINT",
            "USMALLINT", "INTEGER",
            "UTINYINT", "SMALLINT",
            "UUID", "VARCHAR",
            "TIMESTAMP_S", "TIMESTAMP",
            "TIMESTAMP_MS", "TIMESTAMP",
            "TIMESTAMP_NS", "TIMESTAMP");
    private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\(\\d+,\\d+\\)");
    private static final Pattern ENUM = Pattern.compile("ENUM\\((?s:.*)\\)");

    private ServedType() {}

    /** The type a column of this DuckDB type is served as; none when it has no plain counterpart. */
    static Optional<String> of(String duckdbType) {
        if (AS_IT_IS.contains(duckdbType) || DECIMAL.matcher(duckdbType).matches()) {
            return Optional.of(duckdbType);
        }
        if (ENUM.matcher(duckdbType).matches()) {
            return Optional.of("VARCHAR");
        }
        return Optional.ofNullable(NARROWED.get(duckdbType));
    }
}
