package se.trivsel.inbox;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Small JSON files, each read once for as long as it stays the same: a run asks for all of them several times over.
 *
 * <p>A file is the same while its size and the time of its last change are. What was read is kept, also of files that are gone since, until
 * memory runs short; then all of it is forgotten.
 */
public final class KnownFiles<T> {
    private final Class<T> type;
    private volatile SoftReference<Map<Path, Known<T>>> memory = new SoftReference<>(new ConcurrentHashMap<>());

    private record Known<T>(FileTime changed, long size, T content) {
        boolean isOf(BasicFileAttributes now) {
            return size == now.size() && changed.equals(now.lastModifiedTime());
        }
    }

    public KnownFiles(Class<T> type) {
        this.type = type;
    }

    /** What a file says; also for use by several threads at a time. */
    public T read(Path file) {
        try {
            var now = Files.readAttributes(file, BasicFileAttributes.class);
            Map<Path, Known<T>> known = known();
            Known<T> before = known.get(file);
            if (before != null && before.isOf(now)) {
                return before.content();
            }
            T content = Json.read(Files.readAllBytes(file), type);
            known.put(file, new Known<>(now.lastModifiedTime(), now.size(), content));
            return content;
        } catch (IOException | RuntimeException unreadable) {
            throw new IllegalStateException("Cannot read " + file, unreadable);
        }
    }

    private Map<Path, Known<T>> known() {
        Map<Path, Known<T>> known = memory.get();
        if (known == null) {
            known = new ConcurrentHashMap<>();
            memory = new SoftReference<>(known);
        }
        return known;
    }
}
