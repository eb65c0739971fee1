package se.trivsel.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import se.trivsel.publish.Releases;

/**
 * What is at which address, besides health and metrics.
 *
 * <p>Only the report and the manifest of the current release: receipts are for their senders, and the analysts' file is
 * for its owner.
 */
final class ServedPaths {
    private final Releases releases;
    private final ReportFolder report;

    ServedPaths(Releases releases) {
        this.releases = releases;
        this.report = new ReportFolder(releases);
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/release", request -> manifest())
                .GET("/{*path}", this::page)
                .build();
    }

    private ServerResponse manifest() {
        return releases.current()
                .map(release -> found(MediaType.APPLICATION_JSON).body(release.toJson()))
                .orElseGet(() -> notFound("Nothing is published yet."));
    }

    private ServerResponse page(ServerRequest request) throws IOException {
        Optional<Path> file = report.file(request.pathVariable("path"));
        if (file.isEmpty()) {
            return notFound(report.exists() ? "There is no such page." : "The current release has no report.");
        }
        var page = new FileSystemResource(file.get());
        return found(MediaTypeFactory.getMediaType(page).orElse(MediaType.APPLICATION_OCTET_STREAM))
                .body(page);
    }

    /** The same address is another release tomorrow. */
    private static ServerResponse.BodyBuilder found(MediaType type) {
        return ServerResponse.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache())
                .header("X-Content-Type-Options", "nosniff");
    }

    private static ServerResponse notFound(String sentence) {
        return ServerResponse.status(HttpStatus.NOT_FOUND)
                .contentType(MediaType.TEXT_PLAIN)
                .body(sentence + "\n");
    }
}
