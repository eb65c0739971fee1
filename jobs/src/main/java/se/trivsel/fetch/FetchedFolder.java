package se.trivsel.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.trivsel.contract.Fetch;
import se.trivsel.inbox.Json;
import se.trivsel.vocabulary.DurableFiles;
import se.trivsel.vocabulary.MunicipalityCode;

/**
 * A source's part of the inbox of our own, {@code fetched/<code>-<label>}, and what it gave before.
 *
 * <p>A file is remembered after it is in place: a killed run may bring it twice, never lose it. To have everything
 * brought again, delete {@code .brought.json}.
 */
final class FetchedFolder {
    /** A file as the source listed it when it was brought; in another layout it is brought again. */
    record Brought(String name, long bytes, Instant modifiedAt, String as) {}

    /** The file that remembers. */
    private record Memory(List<Brought> brought) {}

    private final Path folder;
    private final Path memory;
    private final Map<String, Brought> broughtByName = new LinkedHashMap<>();

    private FetchedFolder(Path folder, Path memory) {
        this.folder = folder;
        this.memory = memory;
    }

    static FetchedFolder open(Path fetched, MunicipalityCode municipality, Fetch fetch) throws IOException {
        Path folder = fetched.resolve(municipality + "-" + fetch.label());
        DurableFiles.createProtectedFolder(fetched);
        DurableFiles.createProtectedFolder(folder);
        var opened = new FetchedFolder(folder, folder.resolve(".brought.json"));
        if (Files.exists(opened.memory)) {
            Json.read(Files.readAllBytes(opened.memory), Memory.class)
                    .brought()
                    .forEach(file -> opened.broughtByName.put(file.name(), file));
        }
        return opened;
    }

    boolean hasBrought(Brought file) {
        return file.equals(broughtByName.get(file.name()));
    }

    /** Where a file is written until it is whole. */
    Path temporary(String name) {
        return DurableFiles.temporaryBeside(folder.resolve(name));
    }

    void keep(String name) throws IOException {
        DurableFiles.commit(temporary(name), folder.resolve(name));
    }

    void drop(String name) throws IOException {
        Files.deleteIfExists(temporary(name));
    }

    void remember(Brought file) throws IOException {
        broughtByName.put(file.name(), file);
        DurableFiles.write(memory, Json.write(new Memory(List.copyOf(broughtByName.values()))));
    }
}
