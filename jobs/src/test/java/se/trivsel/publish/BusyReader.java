package se.trivsel.publish;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A BI server: many connections that query the published file without pause, until its standard input ends.
 *
 * <p>It prints {@code ready} when every connection has had an answer, at the end how many it had, and ends with an error at
 * the first answer that is not of one release.
 */
public final class BusyReader {
    private static final int QUESTIONS_A_CONNECTION = 5;
    private static final String ONE_RELEASE = """
            select
                release.release_id,
                count_if(
                    measure_value.release_id <> release.release_id
                    or municipality_code = '0380'
                        and round(100 * value) <> cast(split_part(release.release_id, '.', 2) as integer)
                )
            from bi.measure_value
            cross join meta.release as release
            group by all
            """;

    private BusyReader() {}

    public static void main(String[] arguments) throws Exception {
        int connections = Integer.parseInt(arguments[1]);
        var isOver = new AtomicBoolean();
        var answers = new AtomicLong();
        var answered = new CountDownLatch(connections);
        var pool = Executors.newFixedThreadPool(connections);
        var readers = new ArrayList<Future<Void>>();
        for (int reader = 0; reader < connections; reader++) {
            readers.add(pool.submit((Callable<Void>) () -> {
                while (!isOver.get()) {
                    answers.addAndGet(read(arguments[0]));
                    answered.countDown();
                }
                return null;
            }));
        }
        answered.await();
        System.out.println("ready");
        awaitEndOfInput();
        isOver.set(true);
        for (Future<Void> reader : readers) {
            reader.get();
        }
        pool.shutdown();
        System.out.println(answers.get());
    }

    private static void awaitEndOfInput() throws IOException {
        while (System.in.read() >= 0) {
            // Until whoever started it says that it is over.
        }
    }

    private static int read(String file) throws SQLException {
        var readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        String seen = "";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, readOnly);
                Statement statement = connection.createStatement()) {
            for (int question = 0; question < QUESTIONS_A_CONNECTION; question++) {
                try (ResultSet rows = statement.executeQuery(ONE_RELEASE)) {
                    rows.next();
                    String release = rows.getString(1);
                    if (rows.getLong(2) != 0 || !seen.isEmpty() && !seen.equals(release) || rows.next()) {
                        throw new IllegalStateException("Not one release: " + seen + " and " + release);
                    }
                    seen = release;
                }
            }
        }
        return QUESTIONS_A_CONNECTION;
    }
}
