package se.trivsel.job;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import se.trivsel.inbox.Json;

/**
 * Where a run or the server tells what happens, a line at a time.
 *
 * <p>The same is said in either form; what a line is about is told apart only in ECS, nested as Spring nests its own.
 */
public final class LogLines {
    private static final String ECS_VERSION = "8.11";

    private final Consumer<String> out;
    private final Clock clock;
    private final LogForm form;

    public LogLines(Consumer<String> out, Clock clock, LogForm form) {
        this.out = out;
        this.clock = clock;
        this.form = form;
    }

    boolean isText() {
        return form == LogForm.TEXT;
    }

    public void say(String line) {
        write("INFO", line, Map.of(), Map.of());
    }

    /** What somebody should look at, though the program goes on. */
    public void warn(String line) {
        write("WARN", line, Map.of(), Map.of());
    }

    public void fail(String line) {
        write("ERROR", line, Map.of(), Map.of());
    }

    /**
     * Writes a line.
     *
     * @param event what happened, in the words of ECS: {@code action}, {@code outcome}
     * @param about what it happened to, in ours
     */
    void write(String level, String line, Map<String, ?> event, Map<String, ?> about) {
        if (isText()) {
            out.accept(line);
            return;
        }
        var fields = new LinkedHashMap<String, Object>();
        fields.put("@timestamp", clock.instant());
        fields.put("log", Map.of("level", level));
        fields.put("message", line.strip());
        fields.put("ecs", Map.of("version", ECS_VERSION));
        fields.put("service", Map.of("name", OperatorContext.SERVICE));
        if (!event.isEmpty()) {
            fields.put("event", event);
        }
        if (!about.isEmpty()) {
            fields.put("trivsel", about);
        }
        out.accept(Json.line(fields));
    }
}
