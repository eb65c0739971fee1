package se.trivsel.job;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import se.trivsel.vocabulary.Home;

/**
 * The right to write to a home folder, held by one process at a time.
 *
 * <p>The operating system gives it back when the process ends, however it ends; the file itself stays and means
 * nothing.
 */
public final class RunLock implements Closeable {
    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The lock, or nothing where another run holds it. */
    public static Optional<RunLock> tryAcquire(Home home) throws IOException {
        return tryAcquire(home, "run.lock");
    }

    /** The right to make an old release again, which a run need not wait for; who removes what it reads does. */
    public static Optional<RunLock> tryAcquireForRebuild(Home home) throws IOException {
        return tryAcquire(home, "rebuild.lock");
    }

    private static Optional<RunLock> tryAcquire(Home home, String file) throws IOException {
        Files.createDirectories(home.root());
        var channel = FileChannel.open(home.root().resolve(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(new RunLock(channel));
            }
        } catch (OverlappingFileLockException heldInThisProcess) {
            // As good as held elsewhere.
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
