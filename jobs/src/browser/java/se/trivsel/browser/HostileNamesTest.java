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

/** A municipality whose name is all that ever broke a page is shown as it is called, and nothing else happens. */
@BrowserTest
class HostileNamesTest {
    private final Browser browser;

    HostileNamesTest(Browser browser) {
        this.browser = browser;
    }

    @Test
    void aNameIsTextOnEveryPage() throws IOException {
        List<String> strings = hostile();
        try (Site site = Site.of(world -> named(world, String.join(" ", strings)))) {
            for (String address : site.pages()) {
                try (OpenedPage opened = browser.open(site.file(address), Screen.NARROW)) {
                    assertThat(opened.complaints()).as(address).isEmpty();
                    assertThat(opened.requests()).as(address).containsExactly(site.file(address));
                    assertThat(opened.ask("() => [...document.querySelectorAll("
                                    + "'body script, body img, body iframe, body object, body embed, [onerror], [onload]')]"
                                    + ".map(one => one.outerHTML)"))
                            .as(address)
                            .isEmpty();
                    assertThat(plain(opened.text())).as(address).contains("<script>alert(0)</script>", "javascript:alert(1);");
                }
            }
        }
    }

    private static SmallWorld named(SmallWorld world, String name) {
        world.knowsOnly("2062").receives("2062-mora", "tjanster_2015");
        Path file = world.config().resolve("municipalities/2062-mora.yaml");
        try {
            String quoted = JsonMapper.shared().writeValueAsString(name);
            Files.writeString(file, Files.readString(file).replace("name: Mora", "name: " + quoted));
            return world;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> hostile() throws IOException {
        var strings = new ArrayList<String>();
        for (JsonNode string : JsonMapper.shared().readTree(Files.readString(SharedData.path("text/blns.json")))) {
            strings.add(string.asString());
        }
        return strings;
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
