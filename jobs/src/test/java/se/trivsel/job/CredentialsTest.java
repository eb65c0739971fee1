package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.vocabulary.Home;

class CredentialsTest {
    @TempDir
    Path folder;

    @Test
    void aFileIsTheVariableOfItsName() throws IOException {
        has("TRIVSEL_SFTP_2062_PASSWORD", "ord med åäö\n");

        assertThat(Credentials.addedTo(Map.of("CREDENTIALS_DIRECTORY", folder.toString(), "LANG", "C")))
                .containsEntry("TRIVSEL_SFTP_2062_PASSWORD", "ord med åäö")
                .containsEntry("LANG", "C");
    }

    @Test
    void aVariableThatIsSetHoldsOverTheFileOfItsName() throws IOException {
        has("TRIVSEL_THREADS", "4");

        assertThat(Credentials.addedTo(Map.of("CREDENTIALS_DIRECTORY", folder.toString(), "TRIVSEL_THREADS", "1")))
                .containsEntry("TRIVSEL_THREADS", "1");
    }

    /** As Kubernetes mounts a secret: each key a link into a folder that is exchanged as a whole. */
    @Test
    void linksAreFollowedAndWhatIsNoVariableIsLeftAlone() throws IOException {
        Path version = Files.createDirectory(folder.resolve("..2026_11_22"));
        Files.writeString(version.resolve("TRIVSEL_JDBC_2062_PASSWORD"), "hemligt");
        Files.createSymbolicLink(folder.resolve("..data"), version.getFileName());
        Files.createSymbolicLink(
                folder.resolve("TRIVSEL_JDBC_2062_PASSWORD"), Path.of("..data/TRIVSEL_JDBC_2062_PASSWORD"));

        assertThat(Credentials.addedTo(Map.of("CREDENTIALS_DIRECTORY", folder.toString())))
                .containsOnlyKeys("CREDENTIALS_DIRECTORY", "TRIVSEL_JDBC_2062_PASSWORD");
    }

    @Test
    void aFolderThatIsNotThereIsToldAndNotTakenForAnEmptyOne() {
        assertThatThrownBy(() -> Credentials.addedTo(Map.of("CREDENTIALS_DIRECTORY", folder + "/annan")))
                .isInstanceOf(NotRunnable.class)
                .hasMessageContaining("CREDENTIALS_DIRECTORY");
    }

    @Test
    void aNightFindsItsSettingsAndItsSecretsAmongThem() throws Exception {
        var world = new SmallWorld(folder.resolve("world")).knowsOnly("2062");
        String source = "jdbc:h2:file:" + folder.resolve("personal");
        DriverManager.getConnection(source, "trivsel", "hemligt").close();
        Path mora = world.config().resolve("municipalities/2062-mora.yaml");
        Files.writeString(mora, Files.readString(mora) + """
                fetches:
                  - from: jdbc
                    url: "%s"
                    user: trivsel
                    queries:
                      - file: "anst_{from}-{to}.csv"
                        sql: select 1 as x where {to} is not null order by x
                """.formatted(source));
        var home = new Home(folder.resolve("home"));
        has("TRIVSEL_JDBC_2062_PASSWORD", "hemligt");
        has("SPRING_DATASOURCE_URL", "jdbc:h2:file:" + folder.resolve("jobs"));

        ProcessBuilder night = world.process(home);
        night.environment().put("CREDENTIALS_DIRECTORY", folder.toString());
        Process run = night.start();
        String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        run.waitFor();

        assertThat(output).contains("2062 jdbc: 1 brought").doesNotContain("hemligt");
        assertThat(folder.resolve("jobs.mv.db")).exists();
        assertThat(home.jobs()).doesNotExist();
    }

    private void has(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
