package se.trivsel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.trivsel.SharedData;
import se.trivsel.job.SmallWorld;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Municipalities that are called as what has broken pages of others, and a file too: they are shown so, and nothing happens. */
@BrowserTest
class HostileNamesTest {
    private static final String FILE = "<img src=x onerror=alert(1)>&amp;.csv";

    /** Longer ones are cut: a folder is called as its municipality. */
    private static final int LONGEST = 100;

    private static final String MARKUP_OUT_OF_NAMES = """
            () => [...document.querySelectorAll('body *')]
                .filter(one => one.matches('img, iframe, object, embed, marquee, plaintext, xss')
                    || one.matches('script') && /alert/.test(one.textContent)
                    || [...one.attributes].some(each => each.name.startsWith('on')))
                .map(one => one.outerHTML.slice(0, 120))
            """;

    private static final String MORA = "2062-mora";

    private final Browser browser;

    HostileNamesTest(Browser browser) {
        this.browser = browser;
    }

    @Test
    void aNameIsTextOnEveryPage() throws IOException {
        List<String> names = names();
        var seen = new ArrayList<String>();
        try (Site site = Site.of(world -> called(world, names))) {
            for (String page : site.pages()) {
                try (OpenedPage opened = browser.open(site.file(page), Screen.NARROW)) {
                    assertThat(opened.complaints()).as(page).isEmpty();
                    assertThat(opened.requests()).as(page).allMatch(url -> url.startsWith(site.file("")));
                    assertThat(opened.ask(MARKUP_OUT_OF_NAMES)).as(page).isEmpty();
                    seen.add(plain(opened.text()));
                }
            }
        }
        String all = String.join(" ", seen);
        assertThat(names)
                .hasSizeGreaterThan(100)
                .allSatisfy(name -> assertThat(all).contains(plain(name)));
        assertThat(all).contains(FILE);
    }

    /** Mora sends a file; the others are only awaited. */
    private static SmallWorld called(SmallWorld world, List<String> names) {
        world.knowsOnly("2062").receives(MORA, "tjanster_2015");
        Path folder = world.config().resolve("municipalities");
        try {
            String mora = Files.readString(folder.resolve(MORA + ".yaml"));
            for (int i = 0; i < names.size(); i++) {
                String code = i == 0 ? "2062" : "%04d".formatted(3000 + i);
                Files.writeString(
                        folder.resolve(code + "-mora.yaml"),
                        mora.replace("\"2062\"", '"' + code + '"')
                                .replace(
                                        "name: Mora",
                                        "name: " + JsonMapper.shared().writeValueAsString(names.get(i))));
            }
            Files.writeString(world.inbox().resolve(MORA).resolve(FILE), "a;b\n");
            return world;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Those that could be markup, script or a template. */
    private static List<String> names() throws IOException {
        var names = new ArrayList<String>();
        for (JsonNode string : JsonMapper.shared().readTree(Files.readString(SharedData.path("text/blns.json")))) {
            String name = string.asString();
            if (name.matches("[ -~]*[<>\"'&`{$][ -~]*")) {
                names.add(name.substring(0, Math.min(LONGEST, name.length())).strip());
            }
        }
        return names.stream().distinct().toList();
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
