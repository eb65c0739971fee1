package se.trivsel.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real server on this machine that takes what it is sent, and answers as a test wants it to, or never. */
public final class WebhookReceiver implements AutoCloseable {
    private static final int NEVER = 0;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<JsonNode> taken = Collections.synchronizedList(new ArrayList<>());
    private volatile int answer = 202;

    public WebhookReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/secret-path", this::take);
        server.setExecutor(threads);
        server.start();
    }

    public WebhookReceiver answering(int status) {
        answer = status;
        return this;
    }

    public WebhookReceiver neverAnswering() {
        return answering(NEVER);
    }

    private void take(HttpExchange exchange) throws IOException {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (exchange.getRequestMethod().equals("POST") && type.startsWith("application/json")) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            taken.add(JsonMapper.shared().readTree(body));
        }
        if (answer == NEVER) {
            untilClosed();
        } else {
            exchange.sendResponseHeaders(answer, -1);
        }
        exchange.close();
    }

    private void untilClosed() {
        try {
            closed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/secret-path";
    }

    /** What was sent, in order. */
    public List<JsonNode> taken() {
        return List.copyOf(taken);
    }

    /** The events that were told of, in order. */
    public List<String> events() {
        return taken().stream().map(notice -> notice.path("event").asString()).toList();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
