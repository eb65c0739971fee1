package se.trivsel.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/**
 * What Trivsel does with absences, by Spark: the cleaning that {@code DuckDbCleaning} of the module jobs does in DuckDB.
 *
 * <p>Unlike DuckDB it reads once: kept and rejected rows are written by one job, into two folders. HMAC is Java's, which took some
 * processor seconds less than Spark's SHA-256 twice.
 */
public final class SparkCleaning {
    /** One for each thread: a {@code Mac} is not for two. */
    private static final ThreadLocal<Mac> HMAC = ThreadLocal.withInitial(SparkCleaning::hmac);

    private final SparkSession session;
    private final Path inbox;
    private final Path out;

    private SparkCleaning(SparkSession session, Path inbox, Path out) {
        this.session = session;
        this.inbox = inbox;
        this.out = out;
    }

    /** Arguments: inbox, output folder. */
    public static void main(String[] arguments) throws IOException {
        try (SparkSession session = SparkSession.builder()
                .appName("Cleaning")
                .config("spark.sql.parquet.compression.codec", "zstd")
                .getOrCreate()) {
            UDF1<String, String> pseudonym = SparkCleaning::pseudonym;
            session.udf().register("pseudonym", pseudonym, DataTypes.StringType);
            var cleaning = new SparkCleaning(session, Path.of(arguments[0]), Path.of(arguments[1]));
            cleaning.payrollList();
            cleaning.personnelExport();
        }
    }

    private void payrollList() {
        read("franvaro_*.csv", ";", "ISO-8859-1");
        clean(
                "payroll",
                """
                select `Frånv.nr` as absence_no, `Anst.nr` as employment, `Orsak` as reason, `Fr.o.m` as started,
                    nullif(`T.o.m`, 'TV') as ended, `Omf %` as extent, `Sched.tim` as hours, `Attest` as certified, file
                from delivered
                """,
                "case reason when 'SJK' then 'sjuk' when 'SJR' then 'sjuk_rehab' when 'ASK' then 'arbetsskada'"
                        + " when 'SMB' then 'smittbarare' when 'VAB' then 'vab' when 'FÖR' then 'foraldraledig'"
                        + " when 'SEM' then 'semester' when 'TJS' then 'tjanstledig_studier' when 'TJL' then"
                        + " 'tjanstledig_ovrig' when 'FLX' then 'flex' when 'KMP' then 'komp' end",
                "yyyyMMdd",
                "try_cast(replace(extent, ',', '.') as decimal(9, 3)) / 100",
                "J");
    }

    private void personnelExport() {
        read("personalexport_franvaro_*.csv", ",", "UTF-8");
        clean(
                "personnel",
                """
                select `Frånvaro-ID` as absence_no, `Anställningsnummer` as employment, `Frånvaroorsak` as reason,
                    `Startdatum` as started, nullif(`Slutdatum`, '9999-12-31') as ended, `Omfattning` as extent,
                    cast(null as string) as hours, `Attesterad` as certified, file
                from delivered
                """,
                "case reason when 'Sjuk' then 'sjuk' when 'Sjuk, rehabilitering' then 'sjuk_rehab' when 'Arbetsskada'"
                        + " then 'arbetsskada' when 'Smittbärare' then 'smittbarare' when 'Vård av barn' then 'vab'"
                        + " when 'Föräldraledig' then 'foraldraledig' when 'Semester' then 'semester'"
                        + " when 'Tjänstledig, studier' then 'tjanstledig_studier' when 'Tjänstledig, övrigt' then"
                        + " 'tjanstledig_ovrig' when 'Flexledig' then 'flex' when 'Kompledig' then 'komp' end",
                "yyyy-MM-dd",
                "try_cast(extent as decimal(9, 3))",
                "Ja");
    }

    private void read(String files, String separator, String charset) {
        session.read()
                .option("sep", separator)
                .option("encoding", charset)
                .option("header", true)
                .csv(inbox + "/*/" + files)
                .selectExpr("*", "_metadata.file_path as file")
                .createOrReplaceTempView("delivered");
    }

    private void clean(String name, String source, String code, String day, String extent, String yes) {
        session.sql(source).createOrReplaceTempView("source");
        session.sql("""
                        select *, %1$s as absence_reason_code, try_to_date(started, '%2$s') as started_on,
                            try_to_date(ended, '%2$s') as ended_on, try_cast(%3$s as decimal(4, 3)) as extent_share,
                            try_cast(try_cast(replace(hours, ',', '.') as decimal(9, 2)) as decimal(8, 2))
                                as scheduled_hours,
                            certified = '%4$s' as is_certified
                        from source
                        """.formatted(code, day, extent, yes)).createOrReplaceTempView("cleaned");
        session.sql("""
                        select *, case when absence_no is null then 'absence_no' when employment is null then 'employment'
                            when absence_reason_code is null then 'reason' when started_on is null then 'started'
                            when extent_share is null then 'extent' when ended is not null and ended_on is null then 'ended'
                            when ended_on < started_on then 'ended before it started'
                            when hours is not null and scheduled_hours is null then 'hours' end as fault
                        from cleaned
                        """).createOrReplaceTempView("judged");
        session.sql("""
                        select regexp_extract(file, '/([0-9]{4})-[^/]*/[^/]*$', 1) as municipality, absence_no, if(fault is null, pseudonym(employment), null) as employment_key,
                            absence_reason_code, started_on, ended_on, extent_share, scheduled_hours, is_certified, file, fault,
                            if(fault is null, null, to_json(struct(employment, reason, started, ended, extent, hours)))
                                as written,
                            fault is null as is_kept
                        from judged
                        """)
                .write()
                .partitionBy("is_kept", "municipality")
                .parquet(out.resolve(name).toString());
    }

    private static String pseudonym(String number) {
        byte[] hash = HMAC.get().doFinal(("EMPLOYMENT\u001f" + number).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, 16);
    }

    private static Mac hmac() {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
