package se.trivsel.warehouse;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** One file of the lake, asked and written anew in a database: by name, so that one written by an older contract is read too. */
record LakeRows(AnalystFile database, Path file) {
    /** The columns that may hold a pseudonym, as SQL names them. */
    List<String> texts() throws SQLException {
        try (Statement statement = database.connection().createStatement();
                ResultSet columns = statement.executeQuery("describe from " + asTable())) {
            var texts = new ArrayList<String>();
            while (columns.next()) {
                if (columns.getString("column_type").equals("VARCHAR")
                        && !columns.getString("column_name").equals("delivery_id")) {
                    texts.add('"' + columns.getString("column_name") + '"');
                }
            }
            return texts;
        }
    }

    String asTable() {
        return "read_parquet(" + AnalystFile.quoted(file.toString()) + ", hive_partitioning = false)";
    }

    long count(String select) throws SQLException {
        try (Statement statement = database.connection().createStatement();
                ResultSet count = statement.executeQuery("select count(*) from (" + select + ")")) {
            count.next();
            return count.getLong(1);
        }
    }

    /**
     * Writes it anew, rows in the order of their lines.
     *
     * @param replacements values instead of those {@code stored}, with their columns
     * @param condition which rows are written
     */
    void write(List<String> replacements, String condition, Path target) throws SQLException {
        String replaced = replacements.isEmpty() ? "" : "replace (" + String.join(", ", replacements) + ") ";
        database.execute("copy (select * " + replaced + "from " + asTable() + " as stored where " + condition
                + " order by line_no) to " + AnalystFile.quoted(target.toString())
                + " (format parquet, compression zstd)");
    }
}
