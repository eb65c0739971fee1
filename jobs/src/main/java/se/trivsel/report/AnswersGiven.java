package se.trivsel.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import se.trivsel.inbox.Archive;
import se.trivsel.inbox.Json;
import se.trivsel.vocabulary.DurableFiles;

/**
 * What the answers in each sender's folder were made of, and how they lay there then: what is the same need not be made again.
 *
 * <p>A file that was changed, lost or cut short since makes the whole folder be written again, and so does whoever deletes the memory.
 */
final class AnswersGiven {
    private final Path memory;
    private final Map<String, Given> before;
    private final Map<String, Given> now = new TreeMap<>();

    /** Hashes: of all that is told, and of the files' names, sizes and times. */
    private record Given(String told, String files) {}

    /** The file that remembers. */
    private record Memory(Map<String, Given> givenByFolder) {
        Memory {
            givenByFolder = new TreeMap<>(givenByFolder);
        }
    }

    private AnswersGiven(Path memory, Map<String, Given> before) {
        this.memory = memory;
        this.before = before;
    }

    static AnswersGiven open(Path memory) throws IOException {
        return new AnswersGiven(memory, Files.exists(memory) ? read(Files.readAllBytes(memory)) : Map.of());
    }

    /** What cannot be read is as good as forgotten. */
    private static Map<String, Given> read(byte[] memory) {
        try {
            return Json.read(memory, Memory.class).givenByFolder();
        } catch (RuntimeException unreadable) {
            return Map.of();
        }
    }

    /** Whether the files of a folder are those that were made of this. */
    boolean isStanding(Path folder, String told) throws IOException {
        String name = String.valueOf(folder.getFileName());
        Given given = before.get(name);
        boolean isStanding =
                given != null && given.told().equals(told) && given.files().equals(files(folder));
        if (isStanding) {
            now.put(name, given);
        }
        return isStanding;
    }

    void gave(Path folder, String told) throws IOException {
        now.put(String.valueOf(folder.getFileName()), new Given(told, files(folder)));
    }

    /** Remembers the folders that were asked about; others have nobody to answer any more. */
    void remember() throws IOException {
        if (!now.equals(before)) {
            Files.createDirectories(memory.resolveSibling(""));
            DurableFiles.write(memory, Json.write(new Memory(now)));
        }
    }

    private static String files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return "";
        }
        var lines = new ArrayList<String>();
        try (Stream<Path> files = Files.list(folder).sorted()) {
            for (Path file : files.toList()) {
                var attributes = Files.readAttributes(file, BasicFileAttributes.class);
                long changed = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
                lines.add(file.getFileName() + " " + attributes.size() + " " + changed);
            }
        }
        return hash(lines);
    }

    /** Of lines in their order. */
    static String hash(List<String> lines) throws IOException {
        return Archive.hash(new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
    }
}
