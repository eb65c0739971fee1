package se.trivsel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.Trivsel;
import se.trivsel.warehouse.Repository;

/** The launcher of an installed program, and the classes that it keeps for the next start. */
class LauncherTest {
    private static final Path COMPILED = Repository.path("jobs/target/classes");
    private static final String KEPT = "se.trivsel.cli.RootCommand source: shared objects file (top)";

    @TempDir
    private Path folder;

    private Path root;
    private Path app;

    record Answer(int exitCode, String output, String errors) {}

    @BeforeEach
    void isInstalled() throws IOException {
        root = Files.createDirectory(folder.resolve("trivsel"));
        app = Files.createDirectory(root.resolve("app"));
        Files.copy(Repository.path("trivsel"), root.resolve("trivsel"));
        build("1.0.1");
    }

    @Test
    void aStartUsesTheClassesThatTheFirstOneKept() throws Exception {
        assertThat(answer("--version")).isEqualTo(new Answer(0, "trivsel 1.0.1\n", ""));

        assertThat(kept()).hasSize(1);
        assertThat(loading("--version")).contains(KEPT);
        assertThat(loading("run", "--help"))
                .as("A run has another garbage collector")
                .contains(KEPT);
    }

    /** Java itself looks at time and size only, and builds of the same sources have the same time. */
    @Test
    void anotherBuildOfTheSameTimeAndSizeHasItsOwnClasses() throws Exception {
        answer("--version");
        List<Path> ofTheFirst = kept();

        build("1.0.2");

        assertThat(answer("--version")).isEqualTo(new Answer(0, "trivsel 1.0.2\n", ""));
        assertThat(kept()).hasSize(1).doesNotContainAnyElementsOf(ofTheFirst);
        assertThat(loading("--version")).contains(KEPT);
    }

    @Test
    void aProgramThatIsMovedKeepsItsClassesAnew() throws Exception {
        answer("--version");

        root = Files.move(root, folder.resolve("elsewhere"));
        app = root.resolve("app");

        assertThat(loading("--version")).contains(KEPT);
        assertThat(kept()).hasSize(1);
    }

    @Test
    void twoFirstStartsAtOnceDoNotDisturbEachOther() throws Exception {
        Process one = start(List.of(), "--version");
        Process other = start(List.of(), "--version");

        assertThat(List.of(answer(one), answer(other))).containsOnly(new Answer(0, "trivsel 1.0.1\n", ""));
        assertThat(loading("--version")).contains(KEPT);
    }

    @Test
    void whereNothingMayBeWrittenItStartsWithoutAWord() throws Exception {
        Files.setPosixFilePermissions(app, PosixFilePermissions.fromString("r-xr-xr-x"));
        // Root may write all the same, unless it gives up what makes it root.
        List<String> bound =
                Files.isWritable(app) ? List.of("setpriv", "--bounding-set=-all", "--inh-caps=-all") : List.of();

        assertThat(answer(start(bound, "--version"))).isEqualTo(new Answer(0, "trivsel 1.0.1\n", ""));
        assertThat(kept()).isEmpty();
        Files.setPosixFilePermissions(app, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void classesThatDoNotFitOnTheDiskAreTriedOnceAndNeverUsed() throws Exception {
        List<String> bound = List.of("sh", "-c", "ulimit -f 4000; exec \"$@\"", "sh");

        assertThat(answer(start(bound, "--version"))).isEqualTo(new Answer(0, "trivsel 1.0.1\n", ""));

        assertThat(kept()).singleElement().satisfies(file -> assertThat(file).isEmptyFile());
        var tried = Files.getLastModifiedTime(kept().get(0));
        assertThat(loading("--version")).doesNotContain(KEPT).contains("trivsel 1.0.1");
        assertThat(Files.getLastModifiedTime(kept().get(0))).isEqualTo(tried);
    }

    @Test
    void shortCommandsLoadNothingThatTheyDoNotShow() throws Exception {
        assertThat(loading("--help"))
                .contains("se.trivsel.cli.RootCommand ")
                .doesNotContain("tools.jackson.", "org.duckdb.", "org.springframework.");
        assertThat(loading("status", "--home", root.resolve("home").toString()))
                .contains("Nothing is published")
                .doesNotContain("org.duckdb.", "org.springframework.");
    }

    /** The program as it was compiled, as a jar whose time and size say nothing of its version. */
    private void build(String version) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Name.MAIN_CLASS, Trivsel.class.getName());
        manifest.getMainAttributes().put(Name.IMPLEMENTATION_VERSION, version);
        manifest.getMainAttributes().put(Name.CLASS_PATH, libraries());
        Path jar = app.resolve("trivsel-jobs-1.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                var entries = new ZipOutputStream(file)) {
            entries.setLevel(0);
            entries.putNextEntry(entry(JarFile.MANIFEST_NAME));
            manifest.write(entries);
            try (Stream<Path> compiled = Files.walk(COMPILED)) {
                for (Path one : compiled.filter(Files::isRegularFile).toList()) {
                    entries.putNextEntry(entry(COMPILED.relativize(one).toString()));
                    Files.copy(one, entries);
                }
            }
        }
        Files.setLastModifiedTime(jar, Files.getLastModifiedTime(COMPILED));
    }

    private static ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        entry.setTime(0);
        return entry;
    }

    private String libraries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.endsWith(".jar"))
                .map(jar -> app.relativize(Path.of(jar)).toString())
                .collect(Collectors.joining(" "));
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(app)) {
            return files.filter(file -> file.getFileName().toString().startsWith("classes-"))
                    .toList();
        }
    }

    private Answer answer(String... command) throws IOException, InterruptedException {
        return answer(start(List.of(), command));
    }

    /** What a command says when Java also tells where it has each class from. */
    private String loading(String... command) throws IOException, InterruptedException {
        return answer(start(List.of("env", "TRIVSEL_JAVA_OPTIONS=-Xlog:class+load"), command))
                .output();
    }

    private Process start(List<String> by, String... command) throws IOException {
        var whole = new ArrayList<>(by);
        whole.add(root.resolve("trivsel").toString());
        whole.addAll(List.of(command));
        var process = new ProcessBuilder(whole);
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process.environment().remove("TRIVSEL_JAVA_OPTIONS");
        return process.start();
    }

    private static Answer answer(Process process) throws IOException, InterruptedException {
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output, errors);
    }
}
