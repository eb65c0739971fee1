package se.trivsel.job;

import com.zaxxer.hikari.HikariDataSource;
import java.io.Closeable;
import java.util.function.Consumer;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.integration.channel.QueueChannel;
import org.springframework.integration.jdbc.store.JdbcChannelMessageStore;
import org.springframework.integration.jdbc.store.channel.PostgresChannelMessageStoreQueryProvider;
import org.springframework.integration.store.MessageGroupQueue;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a run asks workers to read: a channel of requests in the PostgreSQL database of the job repository.
 *
 * <p>It has connections of its own. A request is gone when the transaction that took it ends, and that is open as long as the
 * delivery is read: in the job repository's transactions a dead worker's request would be lost with its first chunk.
 */
final class ReadingRequests implements Closeable {
    private static final String CHANNEL = "trivsel-readings";
    private static final String SCHEMA = "org/springframework/integration/jdbc/schema-postgresql.sql";

    private final HikariDataSource database;
    private final QueueChannel channel;
    private final TransactionTemplate transaction;

    private ReadingRequests(HikariDataSource database) {
        this.database = database;
        var store = new JdbcChannelMessageStore(database);
        store.setChannelMessageStoreQueryProvider(new PostgresChannelMessageStoreQueryProvider());
        store.afterPropertiesSet();
        this.channel = new QueueChannel(new MessageGroupQueue(store, CHANNEL));
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    /**
     * Opens the channel, and makes its tables where they are not there yet.
     *
     * @param connections how many requests are done at once
     * @throws NotRunnable where the job repository is no PostgreSQL database
     */
    static ReadingRequests open(DataSourceProperties repository, int connections) {
        if (!isPossible(repository)) {
            throw new NotRunnable("Workers need a PostgreSQL database as job repository: set SPRING_DATASOURCE_URL,"
                    + " see docs/operating.md, Several hosts.");
        }
        HikariDataSource database = repository
                .initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
        database.setPoolName("requests");
        database.setMaximumPoolSize(connections);
        // A host that is gone is noticed by the server only if it asks.
        database.addDataSourceProperty("tcpKeepAlive", "true");
        try {
            var requests = new ReadingRequests(database);
            requests.createTables();
            return requests;
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    static boolean isPossible(DataSourceProperties repository) {
        return repository.determineUrl().startsWith("jdbc:postgresql:");
    }

    /** Several processes may begin at once; one of them makes the tables. */
    private void createTables() {
        var statements = new JdbcTemplate(database);
        transaction.executeWithoutResult(status -> {
            statements.execute("select pg_advisory_xact_lock(hashtext('" + CHANNEL + "'))");
            if (Boolean.TRUE.equals(
                    statements.queryForObject("select to_regclass('int_channel_message') is null", Boolean.class))) {
                new ResourceDatabasePopulator(new ClassPathResource(SCHEMA)).execute(database);
            }
        });
    }

    MessageChannel channel() {
        return channel;
    }

    /** Takes a request and does it, if there is one. What the work throws gives the request back. */
    boolean take(Consumer<StepExecutionRequest> work) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Message<?> request = channel.receive(0);
            if (request == null) {
                return false;
            }
            work.accept((StepExecutionRequest) request.getPayload());
            return true;
        }));
    }

    /** Withdraws every request that no worker has taken. */
    void withdraw() {
        boolean isOne = true;
        while (isOne) {
            isOne = take(request -> {});
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
