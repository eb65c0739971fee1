package se.trivsel.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * An inbox, the configuration of those who send to it and of nobody else, and a home folder.
 *
 * <p>The inbox is links to made-up files, which are never written to: a correction takes a link's place.
 */
record Installation(Path folder) {
    /** With the files that are meant of some municipalities, and nothing taken in. */
    static Installation of(Workbench bench, String name, List<Path> senders, Predicate<Path> isMeant)
            throws IOException {
        var installation = new Installation(bench.cleared(name));
        installation.configure(bench, senders);
        for (Path sender : senders) {
            for (Path file : entries(sender).stream().filter(isMeant).toList()) {
                installation.link(file);
            }
        }
        return installation;
    }

    static boolean isAbsence(Path file) {
        return file.getFileName().toString().contains("franvaro_");
    }

    static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    Path inbox() {
        return folder.resolve("inbox");
    }

    Path config() {
        return folder.resolve("config");
    }

    Path home() {
        return folder.resolve("home");
    }

    /** How many deliveries were ever taken in or refused here. */
    long deliveriesRead() throws IOException {
        Path manifests = home().resolve("lake/_manifests");
        if (!Files.exists(manifests)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(manifests)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    /** Makes it as if nothing had been taken in. */
    void forget() throws IOException {
        FileSystemUtils.deleteRecursively(home());
    }

    boolean hasRelease() {
        return Files.exists(home().resolve("published/current"));
    }

    /** The project's configuration, with other municipalities: its own of them, and those made up with the deliveries. */
    private void configure(Workbench bench, List<Path> senders) throws IOException {
        FileSystemUtils.copyRecursively(bench.root().resolve("config"), config());
        Path municipalities = config().resolve("municipalities");
        FileSystemUtils.deleteRecursively(municipalities);
        Files.createDirectories(municipalities);
        for (Path sender : senders) {
            String file = sender.getFileName() + ".yaml";
            Path ours = bench.root().resolve("config/municipalities").resolve(file);
            Path madeUp = sender.resolve("../../municipalities").resolve(file);
            Files.copy(Files.exists(ours) ? ours : madeUp, municipalities.resolve(file));
        }
    }

    /** Puts a link to a file into the inbox, under its municipality's folder. */
    void link(Path file) throws IOException {
        Path sender = inbox().resolve(file.resolveSibling("").getFileName());
        Files.createDirectories(sender);
        Files.createSymbolicLink(sender.resolve(file.getFileName()), file);
    }

    /**
     * Puts a corrected file in the place of the first one with absences: its first row has another number.
     *
     * @param number a new one each time, so that the file is another delivery than any before
     */
    void correct(int number) throws IOException {
        Path file = files().filter(Installation::isAbsence).findFirst().orElseThrow();
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.delete(file);
        Files.writeString(file, text.replaceFirst("\n[^,;]*", "\nK" + number), StandardCharsets.ISO_8859_1);
    }

    long deliveries() throws IOException {
        return files().count();
    }

    /** Rows of text, headings left out. */
    long rows() throws IOException {
        return files().mapToLong(Installation::rows).sum();
    }

    long bytes() throws IOException {
        return files().mapToLong(file -> file.toFile().length()).sum();
    }

    /** {@code 29 municipalities: 4,500,000 rows in 300 files}. */
    String described() throws IOException {
        return "%s municipalities: %s rows in %s files"
                .formatted(entries(inbox()).size(), Table.count(rows()), Table.count(deliveries()));
    }

    private Stream<Path> files() throws IOException {
        return entries(inbox()).stream().flatMap(sender -> {
            try {
                return entries(sender).stream();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private static long rows(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.count() - 1;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
