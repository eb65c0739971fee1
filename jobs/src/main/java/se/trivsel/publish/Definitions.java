package se.trivsel.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.ConfigurationReader;
import se.trivsel.vocabulary.DurableFiles;
import se.trivsel.warehouse.SqlFile;
import se.trivsel.warehouse.SqlTree;

/**
 * What configuration and SQL say, kept for the releases that are made by it: a zip a content, called by its hash.
 *
 * <p>It is what the program has read, not what lies in the folders once the release is built. The settings of the machine, where
 * a password could stand, are not part of it.
 */
public record Definitions(Configuration configuration, SqlTree tree) {
    private static final String CONFIG = "config";
    private static final String SQL = "sql";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Over the paths and texts of all files: another comment is another hash. */
    public String hash() {
        var digest = Disk.sha256();
        texts().forEach((path, text) -> {
            for (String part : new String[] {path, text}) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
        });
        return Disk.hex(digest);
    }

    private SortedMap<String, String> texts() {
        var texts = new TreeMap<String, String>();
        configuration.texts().forEach((path, text) -> texts.put(CONFIG + "/" + path, text));
        for (SqlFile file : tree.files()) {
            texts.put(SQL + file.place().substring(file.place().indexOf('/')), file.text());
        }
        return texts;
    }

    /** Keeps them in a folder, where that content is not there already. */
    public void keep(Path folder) throws IOException {
        Path file = file(folder, hash());
        if (Files.exists(file)) {
            return;
        }
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var text : texts().entrySet()) {
                var entry = new ZipEntry(text.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        DurableFiles.createProtectedFolder(folder);
        DurableFiles.write(file, bytes.toByteArray());
    }

    /** Those that were kept under a hash; none where the file is gone, damaged or holds others. */
    public static Optional<Definitions> read(Path folder, String hash) throws IOException {
        Path file = file(folder, hash);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            var definitions = new Definitions(
                    ConfigurationReader.readForRun(zip.getPath(CONFIG)), SqlTree.read(zip.getPath(SQL)));
            return Optional.of(definitions).filter(kept -> kept.hash().equals(hash));
        } catch (ZipException damaged) {
            return Optional.empty();
        }
    }

    private static Path file(Path folder, String hash) {
        return folder.resolve(hash + ".zip");
    }
}
