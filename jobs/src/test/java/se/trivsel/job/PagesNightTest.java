package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages that a night's release carries. How they look and work in a browser is in {@code src/browser}. */
class PagesNightTest {
    private static final String MORA = "2062-mora";
    private static final Charset THEIRS = Charset.forName("windows-1252");
    private static final Pattern LINK = Pattern.compile("href=\"([^\"#:]+)(#[^\"]*)?\"");

    @TempDir
    static Path folder;

    private static SmallWorld world;
    private static Path first;

    /** Of the second night, with a correction of one file. */
    private static Path second;

    @BeforeAll
    static void twoNights() throws IOException {
        world = new SmallWorld(folder).knowsOnly("2062", "0480").receives(MORA).receives("0480-nykoping");
        world.runs();
        first = report();
        Path absences = world.inbox().resolve(MORA).resolve("franvaro_2017.csv");
        List<String> lines = Files.readAllLines(absences, THEIRS);
        Files.write(absences, lines.subList(0, lines.size() / 2), THEIRS);
        world.on("2018-02-08").runs();
        second = report();
    }

    private static Path report() throws IOException {
        return world.home().published().resolve("current/report").toRealPath();
    }

    @Test
    void everyLinkLeadsToAPageThatIsThere() throws IOException {
        var broken = new ArrayList<String>();
        for (Path page : pages()) {
            LINK.matcher(Files.readString(page))
                    .results()
                    .map(found -> page.resolveSibling(found.group(1)))
                    .filter(Files::notExists)
                    .forEach(missing -> broken.add(page + " leads to " + missing));
        }

        assertThat(pages()).hasSizeGreaterThan(100);
        assertThat(broken).isEmpty();
    }

    @Test
    void aFigureThatIsMissingHasItsSignAndReasonAndIsNoNought() throws IOException {
        String page = Files.readString(second.resolve("kommun/2062.html"));

        List<List<String>> missing = world.asks("""
                select lower(headline.measure_code), sign, status_label
                from bi.headline
                inner join bi.status using (status)
                where municipality_code = '2062' and status <> 'ok'""");
        assertThat(missing).isNotEmpty();
        for (List<String> figure : missing) {
            String row = page.substring(page.indexOf("matt/" + figure.get(0) + ".html#m-2062"));
            assertThat(row.substring(0, row.indexOf("</tr>")))
                    .contains("<span class=\"value\">" + figure.get(1) + "</span>", figure.get(2));
        }
    }

    @Test
    void onlyPagesThatSaySomethingElseAreWrittenAgain() throws IOException {
        assertThat(second).as(world.output()).isNotEqualTo(first);
        assertThat(isSameFile("kommun/0480/placeringar.html")).isTrue();
        assertThat(isSameFile("matt/pl_dygn.html")).isTrue();
        assertThat(isSameFile("kommun/2062/sjukfranvaro.html")).isFalse();
        assertThat(isSameFile("matt/sf_tot.html")).isFalse();
        assertThat(isSameFile("index.html")).isFalse();
    }

    private static boolean isSameFile(String page) throws IOException {
        return Files.isSameFile(first.resolve(page), second.resolve(page));
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(second)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }
}
