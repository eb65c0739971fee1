package se.trivsel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever has chosen a few colours to read in sees those alone, and all that other colours tell. */
@BrowserTest
class ForcedColoursTest {
    private static final String IS_FORCED = "() => matchMedia('(forced-colors: active)').matches";

    /** Transparent is no colour; the sheet of a chart is the reader's paper. */
    private static final String COLOURS_OF_NOBODY = """
            () => {
                const probe = document.body.appendChild(document.createElement('i'));
                probe.style.forcedColorAdjust = 'none';
                const chosen = ['Canvas', 'CanvasText', 'GrayText', 'Highlight', 'LinkText', 'transparent'].map(name => {
                    probe.style.color = name;
                    return getComputedStyle(probe).color;
                });
                probe.remove();
                return [...document.querySelectorAll('svg.chart *')].flatMap(one =>
                    ['fill', 'stroke'].map(what => getComputedStyle(one)[what])
                        .filter(colour => colour !== 'none' && !chosen.includes(colour))
                        .map(colour => colour + ': ' + one.outerHTML.slice(0, 120)));
            }
            """;

    /** Of charts that have both; a colour alone may be one that the reader does not tell apart. */
    private static final String OWN_LIKE_PEERS = """
            () => [...document.querySelectorAll('svg.chart')]
                .map(chart => [chart.querySelector('.own:is(.line, .dot, circle)'), chart.querySelector('.peer:is(.line, .dots)')])
                .filter(([own, peer]) => own && peer)
                .filter(([own, peer]) => {
                    const [a, b] = [getComputedStyle(own), getComputedStyle(peer)];
                    const colour = (style, one) => one.matches('circle') ? style.fill : style.stroke;
                    const size = (style, one) => one.matches('circle') ? 2 * parseFloat(style.r) : parseFloat(style.strokeWidth);
                    return colour(a, own) === colour(b, peer) || size(a, own) <= size(b, peer);
                })
                .map(([own, peer]) => own.outerHTML + peer.outerHTML)
            """;

    private static final String OWN_AND_PEERS =
            "() => [...document.querySelectorAll('svg.chart:has(.own):has(.peer)')].map(chart => chart.getAttribute('class'))";

    private final Browser browser;
    private final Site site;

    ForcedColoursTest(Browser browser, Site site) {
        this.browser = browser;
        this.site = site;
    }

    @ParameterizedTest
    @EnumSource
    void chartsHaveTheColoursOfTheReaderAlone(PageType type) {
        try (OpenedPage opened = browser.open(site.file(type), Screen.WIDE_FORCED)) {
            assertThat((boolean) opened.page().evaluate(IS_FORCED)).isTrue();
            assertThat(opened.ask(COLOURS_OF_NOBODY)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MUNICIPALITY", "FAMILY", "PLAN"})
    void theOwnMunicipalityIsToldFromItsPeersByColourAndSize(PageType type) {
        try (OpenedPage opened = browser.open(site.file(type), Screen.WIDE_FORCED)) {
            assertThat(opened.ask(OWN_AND_PEERS)).isNotEmpty();
            assertThat(opened.ask(OWN_LIKE_PEERS)).isEmpty();
        }
    }
}
