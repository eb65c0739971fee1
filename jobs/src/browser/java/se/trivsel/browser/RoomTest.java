package se.trivsel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A page has room on a phone: nobody scrolls it sideways, and its smallest text can be read. */
@BrowserTest
class RoomTest {
    private static final String WIDER_THAN_THE_SCREEN = """
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? []
                : ['the page: ' + document.documentElement.scrollWidth, ...[...document.querySelectorAll('body *')]
                    .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth)
                    .map(one => one.outerHTML.slice(0, 120))]
            """;

    private static final String SCROLLERS_OUT_OF_REACH = """
            () => [...document.querySelectorAll('body *')]
                .filter(one => ['auto', 'scroll'].includes(getComputedStyle(one).overflowX))
                .filter(one => one.scrollWidth > one.clientWidth && one.getAttribute('tabindex') !== '0')
                .map(one => one.outerHTML.slice(0, 120))
            """;

    /** Text in a drawing is as large as the drawing is drawn; what only screen readers have is a dot or out of sight. */
    private static final String SMALLER_THAN_12_PIXELS = """
            () => {
                const small = [];
                const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                while (texts.nextNode()) {
                    const one = texts.currentNode.parentElement;
                    const range = document.createRange();
                    range.selectNodeContents(texts.currentNode);
                    const box = range.getBoundingClientRect();
                    if (!texts.currentNode.data.trim() || box.width <= 1 || box.height <= 1 || box.right <= 0
                        || !one.checkVisibility({visibilityProperty: true})) continue;
                    const matrix = one instanceof SVGGraphicsElement ? one.getScreenCTM() : null;
                    const scale = matrix ? Math.hypot(matrix.a, matrix.b) : 1;
                    const size = parseFloat(getComputedStyle(one).fontSize) * scale;
                    if (size < 11.95) small.push(size.toFixed(1) + ' px: ' + texts.currentNode.data.trim().slice(0, 60));
                }
                return small;
            }
            """;

    private final Browser browser;
    private final Site site;

    RoomTest(Browser browser, Site site) {
        this.browser = browser;
        this.site = site;
    }

    @ParameterizedTest
    @EnumSource
    void aPhoneShowsTheWholeWidth(PageType type) {
        try (OpenedPage opened = browser.open(site.file(type), Screen.NARROW)) {
            assertThat(opened.ask(WIDER_THAN_THE_SCREEN)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatScrollsByItselfCanBeReachedByTab(PageType type) {
        try (OpenedPage opened = browser.open(site.file(type), Screen.NARROW)) {
            assertThat(opened.ask(SCROLLERS_OUT_OF_REACH)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void noTextIsDrawnSmallerThan12Pixels(PageType type) {
        try (OpenedPage opened = browser.open(site.file(type), Screen.NARROW)) {
            assertThat(opened.ask(SMALLER_THAN_12_PIXELS)).isEmpty();
        }
    }
}
