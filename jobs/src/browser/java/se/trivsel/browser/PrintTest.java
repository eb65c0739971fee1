package se.trivsel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A page on A4: all of its words, nothing cut. */
@BrowserTest
class PrintTest {
    /** What is kept whole, by itself or by what it stands in, has room on one sheet. */
    private static final String CUT_BY_THE_END_OF_A_SHEET = """
            () => {
                const whole = one => one && (getComputedStyle(one).breakInside.startsWith('avoid') ? one
                    : whole(one.parentElement));
                return [...document.querySelectorAll('figure, svg, tr')]
                    .filter(one => one.checkVisibility() && !one.parentElement.closest('svg'))
                    .filter(one => !whole(one) || one.getBoundingClientRect().height > %d)
                    .map(one => one.outerHTML.slice(0, 120));
            }
            """.formatted(Paper.HEIGHT);

    private static final String WIDER_THAN_THE_SHEET = """
            () => [...document.querySelectorAll('body *')]
                .filter(one => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1)
                .map(one => one.outerHTML.slice(0, 120))
            """;

    private final Browser browser;
    private final Site site;

    PrintTest(Browser browser, Site site) {
        this.browser = browser;
        this.site = site;
    }

    @ParameterizedTest
    @EnumSource
    void theWordsAreOnThePaper(PageType type) throws IOException {
        try (OpenedPage opened = browser.open(site.file(type), Screen.WIDE);
                var pdf = Loader.loadPDF(Paper.print(opened.page()))) {
            assertThat(pdf.getNumberOfPages()).isPositive();
            assertThat(words(new PDFTextStripper().getText(pdf)))
                    .contains(words(opened.page().locator("h1").innerText()))
                    .contains(words(opened.page().locator("h1, h2").last().innerText()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsCut(PageType type) {
        try (OpenedPage opened = browser.open(site.file(type), Screen.WIDE)) {
            opened.page().setViewportSize(Paper.WIDTH, Paper.HEIGHT);
            opened.page().emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(opened.ask(CUT_BY_THE_END_OF_A_SHEET)).isEmpty();
            assertThat(opened.ask(WIDER_THAN_THE_SHEET)).isEmpty();
        }
    }

    private static String words(String text) {
        return text.replaceAll("[\\s\\u00a0]+", "");
    }
}
