package se.trivsel.warehouse;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.trivsel.contract.Column;
import se.trivsel.contract.Contract;

/**
 * One table for each contract, holding exactly the rows of the deliveries in use.
 *
 * <p>The lake also holds what has been replaced since, so files are named one by one, never by a pattern. A contract
 * that nobody has delivered gets an empty table, so that SQL need not ask.
 */
final class LakeTables {
    /** Files in one statement: enough for it to be fast, few enough for its text to stay readable for the parser. */
    private static final int FILES_AT_ONCE = 2_000;

    private final AnalystFile file;
    private final Path lake;

    LakeTables(AnalystFile file, Path lake) {
        this.file = file;
        this.lake = lake;
    }

    void load(Collection<Contract> contracts) throws SQLException {
        for (Contract contract : contracts) {
            declare(contract);
            List<String> files = filesInUse(contract, false);
            for (int from = 0; from < files.size(); from += FILES_AT_ONCE) {
                insert(contract, files.subList(from, Math.min(from + FILES_AT_ONCE, files.size())));
            }
            for (String stale : filesInUse(contract, true)) {
                insertWhatThereIs(contract, stale);
            }
            compareWithManifests(contract);
        }
    }

    private void declare(Contract contract) throws SQLException {
        var columns = new ArrayList<String>();
        var comments = new ArrayList<String>();
        comments.add("comment on table " + table(contract) + " is "
                + AnalystFile.quoted(contract.label() + ": " + contract.description()));
        place(columns, comments, contract, "municipality_code varchar", "Kommunens fyrsiffriga kod");
        place(
                columns,
                comments,
                contract,
                "delivery_no integer",
                "Leveransens nummer bland kommunens, den senaste högst");
        place(columns, comments, contract, "line_no integer", "Radens nummer i den levererade filen");
        place(columns, comments, contract, "delivery_id varchar", "Leveransens beteckning");
        place(
                columns,
                comments,
                contract,
                "missing_reasons varchar",
                "Varför värden saknas, där avsändaren har sagt det: kolumn=skäl, med semikolon emellan");
        for (Column column : contract.storedColumns()) {
            String declared = column.storedName() + " " + column.type().sqlType();
            String label = column.type().isPseudonym() ? column.label() + ", pseudonym" : column.label();
            place(columns, comments, contract, declared, label);
        }
        file.execute("create table " + table(contract) + " (" + String.join(", ", columns) + ")");
        for (String comment : comments) {
            file.execute(comment);
        }
    }

    private static void place(
            List<String> columns, List<String> comments, Contract contract, String declared, String label) {
        String name = declared.substring(0, declared.indexOf(' '));
        columns.add(declared);
        comments.add("comment on column " + table(contract) + "." + name + " is " + AnalystFile.quoted(label));
    }

    /** Those of today's rules and those that stand in for refused ones. */
    List<String> filesInUse(Contract contract) throws SQLException {
        var files = new ArrayList<>(filesInUse(contract, false));
        files.addAll(filesInUse(contract, true));
        return files;
    }

    private List<String> filesInUse(Contract contract, boolean isStale) throws SQLException {
        return file
                .strings("select lake_file from lake.live_delivery where dataset = "
                        + AnalystFile.quoted(contract.dataset())
                        + " and is_stale = " + isStale
                        + " and lake_file is not null order by municipality_code, delivery_no")
                .stream()
                .map(stored -> lake.resolve(stored).toAbsolutePath().toString())
                .toList();
    }

    private void insert(Contract contract, List<String> files) throws SQLException {
        String columns = contract.storedColumns().stream()
                .map(column -> "cast(stored." + column.storedName() + " as "
                        + column.type().sqlType() + ")")
                .collect(Collectors.joining(", "));
        String list = files.stream().map(AnalystFile::quoted).collect(Collectors.joining(", ", "[", "]"));
        file.execute("""
                insert into %s
                select live.municipality_code, live.delivery_no, stored.line_no, stored.delivery_id,
                    stored.missing_reasons, %s
                from read_parquet(%s, hive_partitioning = false, union_by_name = false) as stored
                inner join lake.live_delivery as live using (delivery_id)
                """.formatted(table(contract), columns, list));
    }

    /** What stands in for a delivery that the rules of today refuse may have been stored by an older contract. */
    private void insertWhatThereIs(Contract contract, String stale) throws SQLException {
        String columns = Stream.concat(
                        Stream.of("line_no", "delivery_id"),
                        contract.storedColumns().stream().map(Column::storedName))
                .map(AnalystFile::quoted)
                .collect(Collectors.joining(", ", "[", "]"));
        file.execute("""
                insert into %s by name
                select live.municipality_code, live.delivery_no, stored.*
                from (
                    select columns(lambda name: list_contains(%s, name))
                    from read_parquet(%s, hive_partitioning = false)
                ) as stored
                inner join lake.live_delivery as live using (delivery_id)
                """.formatted(table(contract), columns, AnalystFile.quoted(stale)));
    }

    /** How many rows the manifests say that the table has. */
    long rows(Contract contract) throws SQLException {
        return file.number("select coalesce(sum(rows_kept), 0) from lake.live_delivery where dataset = "
                + AnalystFile.quoted(contract.dataset()));
    }

    private void compareWithManifests(Contract contract) throws SQLException {
        String differing = """
                select live.reading_id, live.rows_kept, count(loaded.delivery_id) as rows_loaded
                from lake.live_delivery as live
                left join %s as loaded using (delivery_id)
                where live.dataset = %s
                group by all
                having live.rows_kept <> count(loaded.delivery_id)
                order by live.reading_id
                """.formatted(table(contract), AnalystFile.quoted(contract.dataset()));
        try (Statement statement = file.connection().createStatement();
                ResultSet rows = statement.executeQuery(differing)) {
            if (rows.next()) {
                throw new IllegalStateException("The lake and its manifest differ for reading " + rows.getString(1)
                        + ": the manifest says " + rows.getLong(2) + " rows, the lake has " + rows.getLong(3));
            }
        }
    }

    private static String table(Contract contract) {
        return "lake." + contract.dataset();
    }
}
