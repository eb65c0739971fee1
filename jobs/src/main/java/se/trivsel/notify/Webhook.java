package se.trivsel.notify;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A notice as JSON to an address; redirects are not followed, and the answer's text is not looked at. */
public final class Webhook implements Channel {
    private final String address;
    private final WebhookFormat format;
    private final Duration patience;

    /** @param patience from the first byte of the connection to the last of the answer */
    public Webhook(String address, WebhookFormat format, Duration patience) {
        this.address = address;
        this.format = format;
        this.patience = patience;
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public void send(Notice notice) throws NotSent {
        CompletableFuture<HttpResponse<Void>> answer =
                HttpClient.newHttpClient().sendAsync(request(notice), HttpResponse.BodyHandlers.discarding());
        try {
            int status = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS).statusCode();
            if (status < 200 || status > 299) {
                throw new NotSent("it was answered by " + status);
            }
        } catch (TimeoutException unanswered) {
            answer.cancel(true);
            throw new NotSent("there was no answer in " + patience.toMillis() / 1000.0 + " s");
        } catch (ExecutionException failed) {
            throw new NotSent(
                    Objects.requireNonNull(failed.getCause()).getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotSent("the program was stopped");
        }
    }

    private HttpRequest request(Notice notice) throws NotSent {
        try {
            return HttpRequest.newBuilder(URI.create(address))
                    .header("Content-Type", "application/json; charset=utf-8")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(format.body(notice)))
                    .build();
        } catch (IllegalArgumentException notAnAddress) {
            throw new NotSent("its address is none");
        }
    }
}
