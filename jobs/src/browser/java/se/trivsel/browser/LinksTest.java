package se.trivsel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** All pages, read without a browser. */
@BrowserTest
class LinksTest {
    private final Site site;
    private final Map<Path, Set<String>> anchors = new HashMap<>();

    LinksTest(Site site) {
        this.site = site;
    }

    @Test
    void everyTypeHasAPageToLookAt() {
        assertThat(PageType.values())
                .allSatisfy(type -> assertThat(site.pages()).anyMatch(type::hasSample));
    }

    @Test
    void everyPageIsOfOneType() {
        assertThat(site.pages())
                .allSatisfy(page -> assertThat(Arrays.stream(PageType.values()).filter(type -> type.has(page)))
                        .as("Types of %s; PageType lists them", page)
                        .hasSize(1));
    }

    @Test
    void everyLinkLeadsToSomethingThatIsThere() throws IOException {
        var broken = new ArrayList<String>();
        int followed = 0;
        for (String page : site.pages()) {
            Path file = site.folder().resolve(page);
            for (Element link : document(file).select("[href]")) {
                String href = link.attr("href");
                if (!href.matches("(?i)(https?|mailto|data):.*")) {
                    followed++;
                    if (!leadsSomewhere(file, href)) {
                        broken.add(page + " → " + href);
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(followed).isGreaterThan(100);
    }

    @Test
    void noPageNamesAnythingElsewhereThatItIsMadeOf() throws IOException {
        for (String page : site.pages()) {
            assertThat(document(site.folder().resolve(page))
                            .select("link[href], [src], [srcset], image[href], use[href], form[action]"))
                    .as(page)
                    .flatExtracting(part ->
                            List.of(part.attr("src"), part.attr("srcset"), part.attr("href"), part.attr("action")))
                    .noneMatch(address -> address.matches("(?i)(https?:)?//.*"));
        }
    }

    private boolean leadsSomewhere(Path page, String href) throws IOException {
        URI target = page.toUri().resolve(href.isEmpty() ? "#" : href.replaceFirst("\\?[^#]*", ""));
        Path file = Path.of(URI.create(target.toString().replaceFirst("#.*", "")));
        if (Files.isDirectory(file)) {
            // A folder is its first page only where it is served.
            return false;
        }
        if (!file.startsWith(site.folder()) || !Files.isRegularFile(file)) {
            return false;
        }
        String anchor = target.getFragment();
        return anchor == null || anchor.isEmpty() || anchors(file).contains(anchor);
    }

    private Set<String> anchors(Path file) throws IOException {
        if (!anchors.containsKey(file)) {
            anchors.put(file, new TreeSet<>(document(file).select("[id]").eachAttr("id")));
        }
        return anchors.get(file);
    }

    private static Document document(Path file) throws IOException {
        return Jsoup.parse(Files.readString(file, StandardCharsets.UTF_8));
    }
}
