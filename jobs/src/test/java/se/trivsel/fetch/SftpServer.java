package se.trivsel.fetch;

import java.io.IOException;
import java.nio.file.Path;
import org.testcontainers.containers.Container;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.MountableFile;

/**
 * OpenSSH in a container, with the user {@code mora} and the folder {@code /ut}.
 *
 * <p>Its image is built by the test; a name with a registry in it is never looked for in one.
 */
public final class SftpServer implements AutoCloseable {
    public static final String USER = "mora";
    public static final String PASSWORD = "Kåre Ångström-7";
    private static final String FOLDER = "/srv/sftp/mora/ut/";

    private final GenericContainer<?> container;

    private SftpServer(GenericContainer<?> container) {
        this.container = container;
    }

    public static SftpServer start() {
        var image = new ImageFromDockerfile("localhost/trivsel-test/sftp", false)
                .withFileFromClasspath("Dockerfile", "containers/sftp/Dockerfile")
                .withFileFromClasspath("sshd_config", "containers/sftp/sshd_config")
                .withFileFromClasspath("entrypoint.sh", "containers/sftp/entrypoint.sh");
        var container = new GenericContainer<>(image)
                .withExposedPorts(22)
                .waitingFor(Wait.forLogMessage(".*Server listening on 0.0.0.0.*\\n", 1));
        // Not withCommand: that parts a text at its spaces, and the password has one.
        container.setCommandParts(new String[] {USER + ":" + PASSWORD});
        container.start();
        return new SftpServer(container);
    }

    public String host() {
        return container.getHost();
    }

    public int port() {
        return container.getMappedPort(22);
    }

    /** The fingerprint of its key. */
    public String hostKey() {
        return run("ssh-keygen", "-lf", "/etc/ssh/ssh_host_ed25519_key.pub").split(" ")[1];
    }

    /** The file, as it would lie after somebody had sent it. */
    public SftpServer has(String name, Path file) {
        container.copyFileToContainer(MountableFile.forHostPath(file, 0644), FOLDER + name);
        return this;
    }

    public SftpServer has(String name, byte[] content) {
        container.copyFileToContainer(Transferable.of(content, 0644), FOLDER + name);
        return this;
    }

    /** Lets a user in who has this key, as a line of {@code authorized_keys}. */
    public SftpServer lets(String publicKey) {
        container.copyFileToContainer(Transferable.of(publicKey + "\n", 0644), "/etc/ssh/keys/" + USER);
        return this;
    }

    /** What lies there, with sizes and times. */
    public String listing() {
        return run("ls", "-l", "--time-style=full-iso", FOLDER);
    }

    public String run(String... command) {
        try {
            Container.ExecResult result = container.execInContainer(command);
            if (result.getExitCode() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + result.getStderr());
            }
            return result.getStdout();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** The folder as the server's own commands know it. */
    public String path(String name) {
        return FOLDER + name;
    }

    @Override
    public void close() {
        container.stop();
    }
}
