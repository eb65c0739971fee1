package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.publish.Release;
import se.trivsel.vocabulary.DurableFiles;
import se.trivsel.warehouse.Repository;

/** A home folder is lost, and restored by the commands of docs/operating.md alone. */
class OperatingGuideTest {
    private static final String MORA = "2062-mora";

    @TempDir
    Path folder;

    @Test
    void aRestoredHomeGoesOnAndMakesTheSameReleaseAgain() throws IOException, InterruptedException {
        var world = new SmallWorld(folder).knowsOnly("2062").receives(MORA, "anst_", "franvaro_2015");
        world.runs();
        Release before = world.release();

        shell(commands("Back up"), world);
        DurableFiles.deleteTree(world.home().root());
        shell(commands("Restore"), world);

        assertThat(world.release()).isEqualTo(before);
        assertThat(world.makesAgain()).as(world.output()).isEqualTo(ExitCode.OK);
        world.on("2018-01-09").runs();
        assertThat(world.output()).contains("nothing new since release " + before.releaseId());
        world.on("2018-01-10").receives(MORA, "franvaro_2016").runs();
        assertThat(world.release()).as("Nights go on").isNotEqualTo(before);
    }

    /** The shell commands of a section, as an operator would copy them. */
    private static String commands(String section) throws IOException {
        String guide = Files.readString(Repository.path("docs/operating.md"));
        String text = guide.substring(guide.indexOf("\n## " + section + "\n"));
        List<String> blocks = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL)
                .matcher(text.substring(0, text.indexOf("\n## ", 1)))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
        assertThat(blocks).hasSize(1);
        return blocks.get(0);
    }

    private void shell(String commands, SmallWorld world) throws IOException, InterruptedException {
        Path backup = Files.createDirectories(folder.resolve("backup"));
        Process shell = new ProcessBuilder(
                        "sh",
                        "-e",
                        "-c",
                        commands.replace("/var/lib/trivsel", world.home().root().toString())
                                .replace("/srv/backup", backup.toString()))
                .redirectErrorStream(true)
                .start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(output).isZero();
    }
}
