package se.trivsel.browser;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import se.trivsel.job.ExitCode;
import se.trivsel.job.Night;
import se.trivsel.job.SmallWorld;
import se.trivsel.serve.ServeRequest;
import se.trivsel.serve.Server;
import se.trivsel.warehouse.Repository;

/**
 * The pages that a real night has published, as files and served.
 *
 * <p>Receipts are for their senders and not served by a release; here they lie under {@code kvittenser/} beside its pages, so
 * that all pages are tried alike.
 */
final class Site implements AutoCloseable {
    private static final String RECEIPTS = "kvittenser";

    private final Path root;
    private final Path folder;
    private final Server server;

    private Site(Path root, Path folder, Server server) {
        this.root = root;
        this.folder = folder;
        this.server = server;
    }

    /** That of all sample deliveries. */
    static Site ofTheSamples() {
        return of(world -> {
            try (Stream<Path> senders = Files.list(Repository.path("data-samples/inbox"))) {
                senders.sorted()
                        .forEach(sender -> world.receives(sender.getFileName().toString()));
                return world;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    /**
     * @param given puts into the world what the night finds there; it ends with something missing
     */
    static Site of(UnaryOperator<SmallWorld> given) {
        try {
            Path root = Files.createTempDirectory("trivsel-pages");
            SmallWorld world = given.apply(new SmallWorld(root));
            if (world.runs() != ExitCode.INCOMPLETE) {
                throw new IllegalStateException(world.output());
            }
            Path folder =
                    world.home().published().resolve("current").toRealPath().resolve("report");
            Files.createDirectories(folder);
            FileSystemUtils.copyRecursively(world.home().receipts(), folder.resolve(RECEIPTS));
            return new Site(root, folder, serve(world));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Server serve(SmallWorld world) throws IOException {
        var clock = Clock.fixed(Instant.parse("2018-01-08T09:00:00Z"), ZoneOffset.UTC);
        var out = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var request = new ServeRequest(world.home(), world.inbox(), world.config(), world.sql(), 0);
        return Server.start(request, clock, out, Map.of(), () -> new Night(clock, out, false, Map.of()));
    }

    Path folder() {
        return folder;
    }

    /** The addresses of all pages, in order. */
    List<String> pages() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString())
                    .filter(file -> file.endsWith(".html"))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The address of the page of a type that is looked at. */
    String sample(PageType type) {
        return pages().stream()
                .filter(type::hasSample)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No page to look at: " + type));
    }

    String file(String page) {
        return folder.resolve(page).toUri().toString();
    }

    String file(PageType type) {
        return file(sample(type));
    }

    String served(PageType type) {
        return served("") + sample(type);
    }

    /** Where the server is, and an address there. */
    String served(String page) {
        return "http://127.0.0.1:" + server.port() + "/" + page;
    }

    @Override
    public void close() throws IOException {
        server.close();
        FileSystemUtils.deleteRecursively(root);
    }
}
