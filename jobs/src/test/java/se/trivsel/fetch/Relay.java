package se.trivsel.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A line to a server that breaks after so many bytes of answer, as if somebody had pulled the plug; or falls silent.
 *
 * <p>It counts bytes, not time: it breaks at the same place on every machine.
 */
public final class Relay implements AutoCloseable {
    /** What happens when the bytes are used up. */
    public enum End {
        BREAKS,
        FALLS_SILENT
    }

    private final ServerSocket listening;
    private final String host;
    private final int port;
    private final long bytes;
    private final End end;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    public Relay(String host, int port, long bytes, End end) throws IOException {
        this.listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        this.host = host;
        this.port = port;
        this.bytes = bytes;
        this.end = end;
        start(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            var server = new Socket(host, port);
            open.addAll(List.of(client, server));
            start(() -> copy(client.getInputStream(), server.getOutputStream(), Long.MAX_VALUE));
            start(() -> {
                copy(server.getInputStream(), client.getOutputStream(), bytes);
                if (end == End.BREAKS) {
                    client.close();
                    server.close();
                }
            });
        }
    }

    private static void copy(InputStream in, OutputStream out, long bytes) throws IOException {
        var buffer = new byte[8192];
        long left = bytes;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                return;
            }
            out.write(buffer, 0, read);
            out.flush();
            left -= read;
        }
    }

    /** Copying that may end with a closed socket. */
    @FunctionalInterface
    private interface Copying {
        void run() throws IOException;
    }

    private static void start(Copying copying) {
        var thread = new Thread(() -> {
            try {
                copying.run();
            } catch (IOException closed) {
                // So it ends.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
