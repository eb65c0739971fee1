package se.trivsel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What axe-core can tell of WCAG 2.1 AA, which the law on access to digital public service points to. */
@BrowserTest
class AccessibilityTest {
    private static final List<String> LEVEL_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

    private final Browser browser;
    private final Site site;

    AccessibilityTest(Browser browser, Site site) {
        this.browser = browser;
        this.site = site;
    }

    @ParameterizedTest
    @MethodSource("everyTypeOnEveryScreen")
    void axeFindsNothing(PageType type, Screen screen) {
        try (OpenedPage opened = browser.open(site.file(type), screen)) {
            var results = new AxeBuilder(opened.page()).withTags(LEVEL_AA).analyze();

            assertThat(results.getPasses())
                    .as("Rules that had something to look at")
                    .hasSizeGreaterThan(5);
            assertThat(results.getViolations().stream().flatMap(AccessibilityTest::told))
                    .isEmpty();
        }
    }

    private static Stream<String> told(Rule violation) {
        return violation.getNodes().stream()
                .map(CheckedNode::getHtml)
                .map(html -> violation.getId() + ": " + violation.getHelp() + ": " + html);
    }

    private static Stream<Arguments> everyTypeOnEveryScreen() {
        return Arrays.stream(PageType.values())
                .flatMap(type -> Arrays.stream(Screen.values()).map(screen -> Arguments.of(type, screen)));
    }
}
