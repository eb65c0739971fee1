package se.trivsel.warehouse;

/**
 * What the database may take of the machine.
 *
 * @param memory as DuckDB writes it, such as {@code 2GB}; beyond it, it spills to the folder of the file it writes
 */
public record Limits(String memory, int threads) {
    public Limits {
        if (threads < 1) {
            throw new IllegalArgumentException("The database needs a thread: " + threads);
        }
    }
}
