package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.cli.RootCommand;
import se.trivsel.contract.ColumnType;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.ConfigurationReader;
import se.trivsel.inbox.FoundFile;
import se.trivsel.inbox.Inbox;

/**
 * Personal numbers, names, addresses and free text planted wherever a delivery has room for them, and looked for in
 * every byte outside the protected zone.
 */
class LeakTest {
    private static final String MORA = "2062-mora";
    private static final String NYKOPING = "0480-nykoping";
    private static final List<String> NUMBERS = List.of(
            "198001012387",
            "19800101-2387",
            "8001012387",
            "800101-2387",
            "800101+2387",
            "19800101 2387",
            "ring 800101-2387 om detta");
    private static final List<String> WORDS =
            List.of("Anna Planterad", "Hemliga gatan 7, 792 30 Mora", "barnet trivs inte hemma");
    private static final Pattern PLANTED =
            Pattern.compile("800101[-+ _]?2387|Planterad|Hemliga gatan|trivs inte hemma");

    @TempDir
    Path folder;

    private SmallWorld world;

    @BeforeEach
    void world() throws IOException {
        world = new SmallWorld(folder).knowsOnly("2062", "0480");
        world.receives(MORA, "2015", "anst_", "arbmiljokrav_", "loner_", "org_")
                .receives(NYKOPING, "ekonomiexport_2014");
        Path settings = world.config().resolve("application.yaml");
        Files.writeString(settings, Files.readString(settings).replace("log: text", "log: ecs"));
        try (Stream<Path> sources = Files.walk(world.config().resolve("sources"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                Files.writeString(source, Files.readString(source) + "\nreject_above_percent: 100\n");
            }
        }
        Configuration configuration = ConfigurationReader.readForRun(world.config());
        for (FoundFile file : Inbox.look(world.inbox(), configuration).found()) {
            plant(file, configuration);
        }
        Path absences = world.inbox().resolve(MORA).resolve("franvaro_2015.csv");
        Files.copy(absences, absences.resolveSibling("franvaro_2014_800101-2387.csv"));
        Files.copy(absences, absences.resolveSibling("semester 19800101-2387.xls"));
    }

    @Test
    void nothingThatWasPlantedLeavesTheProtectedZone() throws Exception {
        assertThat(world.runs()).as(world.output()).isEqualTo(ExitCode.INCOMPLETE);

        assertThat(world.manifests())
                .as(world.output())
                .filteredOn(manifest -> manifest.isAccepted() && manifest.rowsKept() > 0)
                .extracting(manifest -> manifest.dataset())
                .as("Every dataset is in the lake")
                .contains("absence", "assignment", "employment", "inspection", "investigation", "ledger_line")
                .contains("placement", "position", "referral", "salary", "service", "survey", "unit", "work_time");
        assertThat(found(folder.resolve("inbox")))
                .as("The scan finds them where they are")
                .hasSizeGreaterThan(50);
        assertThat(world.release().releaseId())
                .as("There is a release to look through")
                .isNotEmpty();
        assertThat(world.output())
                .as("The log that is looked through tells deliveries apart")
                .contains("\"dataset\"");
        assertThat(leaks()).isEmpty();
    }

    @Test
    void nothingThatWasPlantedLeavesTheMunicipality() throws Exception {
        Path out = folder.resolve("out");
        prepare(world.inbox().resolve(MORA), out);
        prepare(world.inbox().resolve(NYKOPING), out);

        var found = new ArrayList<String>();
        for (Path file : files(out)) {
            tell(found, "its name", file.toString());
            byte[] content = Files.readAllBytes(file);
            String head = new String(content, StandardCharsets.ISO_8859_1);
            tell(found, file + " as it is", head);
            int begin =
                    head.lines().limit(3).mapToInt(line -> line.length() + 1).sum();
            var packed = new ByteArrayInputStream(content, begin, content.length - begin);
            String rows = new String(new GZIPInputStream(packed).readAllBytes(), StandardCharsets.UTF_8);
            tell(found, file + " unpacked", rows);
            assertThat(rows).contains("\n");
        }
        assertThat(files(out)).hasSizeGreaterThan(10);
        assertThat(found).isEmpty();
        assertThat(leaks())
                .as("Nor is it where the municipality keeps what it prepared")
                .isEmpty();
    }

    private void prepare(Path deliveries, Path out) {
        var told = new StringWriter();
        int exit = RootCommand.commandLine()
                .setOut(new PrintWriter(told))
                .setErr(new PrintWriter(told))
                .execute(
                        "prepare",
                        "--config",
                        world.config().toString(),
                        "--home",
                        world.home().root().toString(),
                        "--out",
                        out.toString(),
                        deliveries.toString());
        assertThat(exit).as(told.toString()).isIn(ExitCode.OK.code(), ExitCode.INCOMPLETE.code());
    }

    private List<String> leaks() throws Exception {
        var leaks = new ArrayList<String>();
        tell(leaks, "the log", world.output());
        var zone = List.of(
                world.home().archive(), world.home().quarantine(), world.home().keys());
        for (Path file : files(world.home().root())) {
            if (zone.stream().anyMatch(file::startsWith)) {
                continue;
            }
            String name = file.toString();
            tell(leaks, name, name);
            tell(leaks, name, Files.readString(file, StandardCharsets.ISO_8859_1));
            if (name.endsWith(".parquet")) {
                tellRows(leaks, name, "jdbc:duckdb:", List.of("read_parquet('" + name + "')"));
            } else if (name.endsWith(".duckdb")) {
                tellRows(leaks, name, "jdbc:duckdb:" + name, tables(name));
            } else if (name.endsWith(".mv.db")) {
                tellScript(leaks, name);
            }
        }
        return leaks;
    }

    private static void tell(List<String> leaks, String where, String text) {
        PLANTED.matcher(text)
                .results()
                .map(result -> result.group())
                .distinct()
                .forEach(what -> leaks.add(where + ": " + what));
    }

    private static List<String> tables(String file) throws SQLException {
        return rows(
                "jdbc:duckdb:" + file,
                "select '\"' || schema_name || '\".\"' || table_name || '\"' from duckdb_tables() where not internal");
    }

    private static void tellRows(List<String> leaks, String file, String url, List<String> tables) throws SQLException {
        for (String table : tables) {
            rows(
                            url,
                            "select distinct regexp_extract(thing::varchar, '" + PLANTED + "') as found from " + table
                                    + " as thing where found <> ''")
                    .forEach(what -> leaks.add(file + " " + table + ": " + what));
        }
    }

    private static void tellScript(List<String> leaks, String file) throws SQLException {
        for (String line : rows("jdbc:h2:file:" + file.replace(".mv.db", ""), "script")) {
            tell(leaks, file, line);
        }
    }

    private static List<String> rows(String url, String query) throws SQLException {
        var properties = new Properties();
        if (url.endsWith(".duckdb")) {
            properties.setProperty("duckdb.read_only", "true");
        }
        try (var connection = DriverManager.getConnection(url, properties);
                var statement = connection.createStatement();
                var answer = statement.executeQuery(query)) {
            var rows = new ArrayList<String>();
            while (answer.next()) {
                rows.add(String.valueOf(answer.getString(1)));
            }
            return rows;
        }
    }

    /** Every heading's column gets every form of the number, and every word where a word cannot be meant. */
    private static void plant(FoundFile file, Configuration configuration) throws IOException {
        boolean isTabbed = file.path().toString().endsWith(".txt");
        Charset charset = isTabbed || !isUtf8(file.path()) ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
        String separator = isTabbed ? "\t" : ";";
        List<String> lines = new ArrayList<>(Files.readAllLines(file.path(), charset));
        int first = isTabbed ? 1 : 0;
        List<String> headings =
                Arrays.asList(lines.get(first).replace("\ufeff", "").split(separator, -1));
        List<String> rows = List.copyOf(lines.subList(first + 1, lines.size() - (isTabbed ? 1 : 0)));
        var planted = new ArrayList<String>();
        for (int column = 0; column < headings.size(); column++) {
            var texts = new ArrayList<>(NUMBERS);
            if (!isAgreedText(file, headings.get(column), configuration)) {
                texts.addAll(WORDS);
            }
            for (String text : texts) {
                String[] cells = rows.get(planted.size() % rows.size()).split(separator, -1);
                cells[column] = text;
                planted.add(String.join(separator, cells));
            }
        }
        lines.addAll(first + 1, planted);
        lines.set(first, lines.get(first) + separator + "Anna Planterad 19800101-2387");
        for (int line = first + 1; line < lines.size(); line++) {
            lines.set(line, lines.get(line) + separator + "Hemliga gatan 7");
        }
        lines.add(first + 1, "19800101-2387" + separator + "Anna Planterad");
        if (isTabbed) {
            int amount = headings.indexOf("Belopp");
            String[] total = lines.get(lines.size() - 1).split(separator, -1);
            total[amount] = "198001012387";
            lines.set(lines.size() - 1, String.join(separator, total));
        }
        Files.write(file.path(), lines, charset);
    }

    /** A name in a text that was agreed on cannot be told from what was meant. */
    private static boolean isAgreedText(FoundFile file, String heading, Configuration configuration) {
        return file.source().headings().entrySet().stream()
                .filter(entry -> entry.getValue().contains(heading))
                .flatMap(
                        entry -> configuration.contracts().get(file.source().dataset()).column(entry.getKey()).stream())
                .anyMatch(column -> column.isStored() && column.type() instanceof ColumnType.Text);
    }

    private static boolean isUtf8(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return bytes.length > 2 && (bytes[0] & 0xff) == 0xef;
    }

    private static List<String> found(Path inbox) throws IOException {
        var found = new ArrayList<String>();
        for (Path file : files(inbox)) {
            tell(found, String.valueOf(file.getFileName()), Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        return found;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
