package se.trivsel.fetch;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.trivsel.contract.Fetch;
import se.trivsel.vocabulary.MunicipalityCode;

/**
 * An open folder on an SFTP server, to list and to copy from.
 *
 * <p>It knows no way to write there. A server that shows another key than agreed is never sent a password.
 */
final class RemoteFolder implements AutoCloseable {
    /** A file as the server lists it. */
    record RemoteFile(String name, long bytes, Instant modifiedAt) {
        static RemoteFile of(String name, SftpATTRS attributes) {
            return new RemoteFile(name, attributes.getSize(), Instant.ofEpochSecond(attributes.getMTime()));
        }
    }

    private final Fetch.Sftp fetch;
    private final Session session;
    private final ChannelSftp channel;
    private final TimeLimit timeLimit;

    private RemoteFolder(Fetch.Sftp fetch, Session session, int patienceMillis) throws JSchException {
        this.fetch = fetch;
        this.session = session;
        this.timeLimit = TimeLimit.start(fetch.timeLimit(), session::disconnect);
        boolean isOpen = false;
        try {
            session.connect(patienceMillis);
            session.setTimeout(patienceMillis);
            channel = (ChannelSftp) session.openChannel("sftp");
            channel.connect(patienceMillis);
            isOpen = true;
        } finally {
            if (!isOpen) {
                timeLimit.close();
                session.disconnect();
            }
        }
    }

    /** @param patience how long to wait for an answer */
    static RemoteFolder open(Fetch.Sftp fetch, MunicipalityCode municipality, Secrets secrets, Duration patience) {
        String key = fetch.secret(municipality, "KEY");
        String password = fetch.secret(municipality, "PASSWORD");
        var hostKeys = new PinnedHostKeys(fetch.hostKeys());
        int millis = Math.toIntExact(patience.toMillis());
        try {
            var ssh = new JSch();
            ssh.setHostKeyRepository(hostKeys);
            Optional<String> givenKey = secrets.find(key);
            if (givenKey.isPresent()) {
                ssh.addIdentity(
                        key, bytes(givenKey.get() + "\n"), new byte[0], passphrase(fetch, municipality, secrets));
            }
            Session session = ssh.getSession(fetch.user(), fetch.host(), fetch.port());
            session.setConfig("StrictHostKeyChecking", "yes");
            session.setConfig("PreferredAuthentications", "publickey,password,keyboard-interactive");
            secrets.find(password).ifPresent(given -> session.setPassword(bytes(given)));
            return new RemoteFolder(fetch, session, millis);
        } catch (JSchException refused) {
            if (hostKeys.refused().isPresent()) {
                throw new FetchFailed("the server " + fetch.host() + " shows the key "
                        + hostKeys.refused().get()
                        + ", which is not its host_key; ask its owner whether it has a new one");
            }
            if (String.valueOf(refused.getMessage()).startsWith("Auth")) {
                throw new FetchFailed("the server " + fetch.host() + " refuses user " + fetch.user() + "; check " + key
                        + " and " + password);
            }
            throw new FetchFailed("the server " + fetch.host() + " cannot be reached (" + reason(refused) + ")");
        }
    }

    private static byte[] passphrase(Fetch fetch, MunicipalityCode municipality, Secrets secrets) {
        return secrets.find(fetch.secret(municipality, "KEY_PASSPHRASE"))
                .map(RemoteFolder::bytes)
                .orElseGet(() -> new byte[0]);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The plain files in it, in the order of names. */
    List<RemoteFile> files() {
        var files = new ArrayList<RemoteFile>();
        try {
            channel.ls(quoted(fetch.folder()), entry -> {
                if (entry.getAttrs().isReg()) {
                    files.add(RemoteFile.of(entry.getFilename(), entry.getAttrs()));
                }
                return ChannelSftp.LsEntrySelector.CONTINUE;
            });
        } catch (SftpException failed) {
            throw failure("the folder " + fetch.folder(), failed);
        }
        files.sort(Comparator.comparing(RemoteFile::name));
        return List.copyOf(files);
    }

    /** Copies a file, and says whether it was the same before and after, so that the copy is whole. */
    boolean copy(RemoteFile file, Path target) throws IOException {
        String path = quoted(fetch.folder() + "/" + file.name());
        try (OutputStream out = Files.newOutputStream(target)) {
            channel.get(path, out);
            out.flush();
            return Files.size(target) == file.bytes()
                    && RemoteFile.of(file.name(), channel.stat(path)).equals(file);
        } catch (SftpException failed) {
            if (failed.getCause() instanceof java.nio.file.FileSystemException cannotWriteHere) {
                throw cannotWriteHere;
            }
            throw failure("the file " + file.name(), failed);
        }
    }

    private FetchFailed failure(String what, SftpException failed) {
        if (timeLimit.isOver()) {
            return new FetchFailed(what + " was not there when the time was up ("
                    + fetch.timeLimit().toMinutes()
                    + " minutes); raise timeout_minutes, or see what holds the server up");
        }
        String sentence = what + " could not be read (" + reason(failed) + ")";
        boolean isRefused =
                failed.id == ChannelSftp.SSH_FX_PERMISSION_DENIED || failed.id == ChannelSftp.SSH_FX_NO_SUCH_FILE;
        return isRefused ? FetchFailed.ofOneFile(sentence) : new FetchFailed(sentence);
    }

    private static String reason(Exception failed) {
        Throwable cause = failed;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }

    /** The library takes paths for patterns. */
    private static String quoted(String path) {
        return path.replace("\\", "\\\\").replace("*", "\\*").replace("?", "\\?");
    }

    @Override
    public void close() {
        timeLimit.close();
        channel.disconnect();
        session.disconnect();
    }
}
