package se.trivsel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All that a mouse reaches is reached by Tab, in the order it is read, and one sees where one is. */
@BrowserTest
class KeyboardTest {
    /** Numbers what can be used, and keeps how it looks: of radio buttons that belong together, Tab stops at one. */
    private static final String NUMBER_STOPS = """
            () => {
                const radios = new Set();
                const stops = [...document.querySelectorAll(
                        'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]')]
                    .filter(one => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({visibilityProperty: true}))
                    .filter(one => {
                        if (one.type !== 'radio') return true;
                        const group = [...document.querySelectorAll('input[type=radio]')].filter(r => r.name === one.name);
                        return one === (group.find(r => r.checked) ?? group[0]);
                    });
                window.looks = one => {
                    const s = getComputedStyle(one);
                    return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.backgroundColor, s.borderColor,
                        s.left, s.clipPath].join(' ');
                };
                stops.forEach((one, i) => { one.dataset.stop = i; one.dataset.looked = window.looks(one); });
                return stops.map(one => one.outerHTML.slice(0, 120));
            }
            """;

    private static final String STOP = "() => document.activeElement?.dataset.stop ?? 'none'";

    private static final String LOOKS_AS_BEFORE =
            "() => window.looks(document.activeElement) === document.activeElement.dataset.looked";

    private final Browser browser;
    private final Site site;

    KeyboardTest(Browser browser, Site site) {
        this.browser = browser;
        this.site = site;
    }

    @ParameterizedTest
    @EnumSource
    void tabReachesEverythingInReadingOrderAndShowsWhereItIs(PageType type) {
        try (OpenedPage opened = browser.open(site.file(type), Screen.WIDE)) {
            Page page = opened.page();
            List<String> stops = opened.ask(NUMBER_STOPS);
            assertThat(stops).isNotEmpty();

            var reached = new ArrayList<String>();
            var unseen = new ArrayList<String>();
            for (String stop : stops) {
                page.keyboard().press("Tab");
                reached.add((String) page.evaluate(STOP));
                if ((boolean) page.evaluate(LOOKS_AS_BEFORE)) {
                    unseen.add(stop);
                }
            }
            assertThat(reached)
                    .isEqualTo(IntStream.range(0, stops.size())
                            .mapToObj(Integer::toString)
                            .toList());
            assertThat(unseen).as("Stops that look the same with focus").isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsFoldedOpensByEnter(PageType type) {
        try (OpenedPage opened = browser.open(site.file(type), Screen.WIDE)) {
            for (Locator summary : opened.page().locator("summary:visible").all()) {
                Locator details = summary.locator("xpath=..");
                boolean before = details.getAttribute("open") != null;
                summary.press("Enter");
                assertThat(details.getAttribute("open") != null).isNotEqualTo(before);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatStandsBeforeTheMainPartCanBeSkipped(PageType type) {
        try (OpenedPage opened = browser.open(site.file(type), Screen.WIDE)) {
            Page page = opened.page();
            assertThat(page.locator("main").count()).isEqualTo(1);
            opened.ask(NUMBER_STOPS);
            page.keyboard().press("Tab");
            if (isInMain(page)) {
                return;
            }
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(isInMain(page))
                    .as("After the first link and Tab one is in main")
                    .isTrue();
        }
    }

    private static boolean isInMain(Page page) {
        return (boolean) page.evaluate("() => document.activeElement.closest('main') !== null");
    }
}
