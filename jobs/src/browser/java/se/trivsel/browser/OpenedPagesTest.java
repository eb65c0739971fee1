package se.trivsel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A page is the same wherever it is opened, asks for nothing and needs no script. */
@BrowserTest
class OpenedPagesTest {
    private final Browser browser;
    private final Site site;

    OpenedPagesTest(Browser browser, Site site) {
        this.browser = browser;
        this.site = site;
    }

    @ParameterizedTest
    @EnumSource
    void whatIsServedReadsAsTheFileDoes(PageType type) {
        try (OpenedPage file = browser.open(site.file(type), Screen.WIDE);
                OpenedPage served = browser.open(site.served(type), Screen.WIDE)) {
            assertThat(served.status()).isEqualTo(200);
            assertThat(served.text()).isEqualTo(file.text()).isNotBlank();
            assertThat(served.page().title()).isEqualTo(file.page().title()).isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileAsksForNothingOutsideTheReport(PageType type) {
        try (OpenedPage file = browser.open(site.file(type), Screen.WIDE)) {
            assertThat(file.requests()).isNotEmpty().allMatch(url -> url.startsWith(site.file("")));
            assertThat(file.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServedPageAsksForNothingOfOthers(PageType type) {
        try (OpenedPage served = browser.open(site.served(type), Screen.WIDE)) {
            assertThat(served.requests()).isNotEmpty().allMatch(url -> url.startsWith(site.served("")));
            assertThat(served.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutScriptAPageSaysTheSame(PageType type) {
        try (OpenedPage usual = browser.open(site.file(type), Screen.WIDE);
                OpenedPage bare = browser.openWithoutScript(site.file(type))) {
            assertThat(bare.text()).isEqualTo(usual.text());
        }
    }
}
