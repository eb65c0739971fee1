package se.trivsel.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageFolderTest {
    private static final String PAGE = "kommun/2062.html";

    @TempDir
    Path root;

    @Test
    void aPageThatSaysTheSameIsTheSameFileAndBearsTheReleaseItChangedIn() throws IOException {
        write("one", Optional.empty(), "3,8 %");
        write("two", Optional.of("one"), "3,8 %");
        write("three", Optional.of("two"), "3,8 %");

        assertThat(Files.getAttribute(root.resolve("three").resolve(PAGE), "unix:ino"))
                .isEqualTo(Files.getAttribute(root.resolve("one").resolve(PAGE), "unix:ino"));
        assertThat(Files.readString(root.resolve("three").resolve(PAGE))).contains("content=\"one\"", "Utgåva one");
    }

    @Test
    void aPageThatSaysSomethingElseIsAnotherFileAndTheOldOneStays() throws IOException {
        write("one", Optional.empty(), "3,8 %");
        write("two", Optional.of("one"), "4,1 %");

        assertThat(Files.readString(root.resolve("one").resolve(PAGE))).contains("3,8 %", "Utgåva one");
        assertThat(Files.readString(root.resolve("two").resolve(PAGE))).contains("4,1 %", "Utgåva two");
    }

    private void write(String release, Optional<String> before, String figure) throws IOException {
        new PageFolder(root.resolve(release), before.map(root::resolve), release)
                .write(
                        PAGE,
                        "<meta name=\"release\" content=\"" + PageFolder.RELEASE + "\">" + figure + " Utgåva "
                                + PageFolder.RELEASE);
    }
}
