package se.trivsel.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What Trivsel does with absences, in DuckDB SQL: read, translate, validate, pseudonymise by HMAC, keep rejected rows,
 * write zstd Parquet.
 *
 * <p>It stops short of what Trivsel also does: strict decoding, line numbers, unique keys, headings by name, archive,
 * manifest and receipt.
 */
public final class DuckDbCleaning {
    private DuckDbCleaning() {}

    /** Arguments: inbox, output folder. */
    public static void main(String[] arguments) throws Exception {
        Path inbox = Path.of(arguments[0]);
        Path out = Files.createDirectories(Path.of(arguments[1]));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            execute(connection, "set threads = " + Workbench.THREADS);
            execute(connection, "set memory_limit = '4GB'");
            execute(connection, "set temp_directory = '" + out.resolve("spill") + "'");
            hmac(connection);
            payrollList(connection, inbox, out);
            personnelExport(connection, inbox, out);
        }
    }

    /** RFC 2104 over DuckDB's SHA-256, with the key's two pads worked out beforehand. */
    private static void hmac(Connection connection) throws SQLException {
        String inner = "36".repeat(32) + "35".repeat(32);
        String outer = "5c".repeat(32) + "5f".repeat(32);
        execute(
                connection,
                "create macro pseudonym(text) as left(sha256(unhex('" + outer + "') || unhex(sha256(unhex('" + inner
                        + "') || encode('EMPLOYMENT' || chr(31) || text)))), 32)");
    }

    private static void payrollList(Connection connection, Path inbox, Path out) throws SQLException {
        execute(connection, """
                create temp view source as
                select "Frånv.nr" as absence_no, "Anst.nr" as employment, "Orsak" as reason, "Fr.o.m" as started,
                    nullif("T.o.m", 'TV') as ended, "Omf %%" as extent, "Sched.tim" as hours, "Attest" as certified,
                    filename
                from read_csv('%s/*/franvaro_*.csv', delim = ';', header = true, all_varchar = true, filename = true,
                    encoding = 'latin-1')
                """.formatted(inbox));
        clean(
                connection,
                out.resolve("payroll"),
                "case reason when 'SJK' then 'sjuk' when 'SJR' then 'sjuk_rehab' when 'ASK' then 'arbetsskada'"
                        + " when 'SMB' then 'smittbarare' when 'VAB' then 'vab' when 'FÖR' then 'foraldraledig'"
                        + " when 'SEM' then 'semester' when 'TJS' then 'tjanstledig_studier' when 'TJL' then"
                        + " 'tjanstledig_ovrig' when 'FLX' then 'flex' when 'KMP' then 'komp' end",
                "%Y%m%d",
                "try_cast(replace(extent, ',', '.') as decimal(9, 3)) / 100",
                "J");
    }

    private static void personnelExport(Connection connection, Path inbox, Path out) throws SQLException {
        execute(connection, """
                create or replace temp view source as
                select "Frånvaro-ID" as absence_no, "Anställningsnummer" as employment, "Frånvaroorsak" as reason,
                    "Startdatum" as started, nullif("Slutdatum", '9999-12-31') as ended, "Omfattning" as extent,
                    cast(null as varchar) as hours, "Attesterad" as certified, filename
                from read_csv('%s/*/personalexport_franvaro_*.csv', delim = ',', header = true, all_varchar = true,
                    filename = true)
                """.formatted(inbox));
        clean(
                connection,
                out.resolve("personnel"),
                "case reason when 'Sjuk' then 'sjuk' when 'Sjuk, rehabilitering' then 'sjuk_rehab' when 'Arbetsskada'"
                        + " then 'arbetsskada' when 'Smittbärare' then 'smittbarare' when 'Vård av barn' then 'vab'"
                        + " when 'Föräldraledig' then 'foraldraledig' when 'Semester' then 'semester'"
                        + " when 'Tjänstledig, studier' then 'tjanstledig_studier' when 'Tjänstledig, övrigt' then"
                        + " 'tjanstledig_ovrig' when 'Flexledig' then 'flex' when 'Kompledig' then 'komp' end",
                "%Y-%m-%d",
                "try_cast(extent as decimal(9, 3))",
                "Ja");
    }

    /** Reads twice, once for the rows and once for the rejected ones: holding both would not be bounded. */
    private static void clean(Connection connection, Path out, String code, String day, String extent, String yes)
            throws SQLException {
        execute(connection, """
                create or replace temp view cleaned as
                select *, %1$s as absence_reason_code,
                    cast(try_strptime(started, '%2$s') as date) as started_on,
                    cast(try_strptime(ended, '%2$s') as date) as ended_on,
                    cast(%3$s as decimal(4, 3)) as extent_share,
                    cast(try_cast(replace(hours, ',', '.') as decimal(9, 2)) as decimal(8, 2)) as scheduled_hours,
                    certified = '%4$s' as is_certified
                from source
                """.formatted(code, day, extent, yes));
        execute(connection, """
                create or replace temp view judged as
                select *, case when absence_no is null then 'absence_no' when employment is null then 'employment'
                    when absence_reason_code is null then 'reason' when started_on is null then 'started'
                    when extent_share is null then 'extent' when ended is not null and ended_on is null then 'ended'
                    when ended_on < started_on then 'ended before it started'
                    when hours is not null and scheduled_hours is null then 'hours' end as fault
                from cleaned
                """);
        execute(connection, """
                copy (select regexp_extract(filename, '/(\\d{4})-[^/]*/[^/]*$', 1) as municipality, absence_no,
                    pseudonym(employment) as employment_key, absence_reason_code, started_on, ended_on, extent_share,
                    scheduled_hours, is_certified, filename from judged where fault is null)
                to '%s' (format parquet, compression zstd, partition_by (municipality))
                """.formatted(out));
        execute(
                connection,
                "copy (select * from judged where fault is not null) to '" + out + "-rejected.csv' (header)");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
