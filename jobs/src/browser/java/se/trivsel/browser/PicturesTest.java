package se.trivsel.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A page looks as it did when somebody last looked at it. */
@BrowserTest
class PicturesTest {
    private static final List<Screen> SCREENS =
            List.of(Screen.WIDE, Screen.WIDE_DARK, Screen.WIDE_FORCED, Screen.NARROW);
    private static final int SCREEN_DPI = 96;
    private static final String TABLES = "analysts-tables";

    private final Browser browser;
    private final Site site;

    PicturesTest(Browser browser, Site site) {
        this.browser = browser;
        this.site = site;
    }

    @BeforeEach
    void ofThisBrowser() throws IOException {
        assumeTrue(
                Pictures.areDrawnBy(browser.version()),
                () -> "LEFT OUT: pictures of pages; they are of another Chromium than " + browser.version());
    }

    @ParameterizedTest
    @MethodSource("everyTypeOnEveryScreen")
    void aPageLooksAsReviewed(PageType type, Screen screen) throws IOException {
        try (OpenedPage opened = browser.open(site.file(type), screen)) {
            byte[] png = opened.page().screenshot(new ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED));

            Pictures.compare(name(type, screen), ImageIO.read(new ByteArrayInputStream(png)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFirstSheetOfPaperLooksAsReviewed(PageType type) throws IOException {
        try (OpenedPage opened = browser.open(site.file(type), Screen.WIDE);
                var pdf = Loader.loadPDF(Paper.print(opened.page()))) {
            Pictures.compare(onPaper(type), new PDFRenderer(pdf).renderImageWithDPI(0, SCREEN_DPI, ImageType.RGB));
        }
    }

    /** It lies far down on its page. */
    @Test
    void theDrawingOfTheTablesLooksAsReviewed() throws IOException {
        try (OpenedPage opened = browser.open(site.file(PageType.ANALYSTS), Screen.WIDE)) {
            byte[] png = opened.page().locator("svg.entities").screenshot();

            Pictures.compare(TABLES, ImageIO.read(new ByteArrayInputStream(png)));
        }
    }

    @Test
    void everyPictureIsOfAPageAndSmall() throws IOException {
        assumeFalse(Pictures.isAccepting());
        try (Stream<Path> pictures = Files.list(Pictures.reviewed())) {
            assertThat(pictures)
                    .allSatisfy(picture -> assertThat(picture)
                            .isRegularFile()
                            .satisfies(file -> assertThat(Files.size(file)).isLessThan(150_000)))
                    .extracting(picture -> picture.getFileName().toString())
                    .containsExactlyInAnyOrderElementsOf(names());
        }
    }

    @Test
    void aShadeOfAnEdgeIsNoDifferenceAndAWordIs() {
        BufferedImage page = blank();
        BufferedImage shaded = blank();
        shaded.setRGB(20, 20, new Color(220, 220, 220).getRGB());
        BufferedImage moved = blank();
        paint(page, 100);
        paint(shaded, 100);
        paint(moved, 101);
        BufferedImage another = blank();
        paint(another, 130);

        assertThat(Pictures.share(page, shaded)).isZero();
        assertThat(Pictures.share(page, moved)).isZero();
        assertThat(Pictures.share(page, another)).isGreaterThan(Pictures.SHARE_THAT_MAY_DIFFER);
    }

    private static BufferedImage blank() {
        var picture = new BufferedImage(390, 400, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 390, 400);
        pen.dispose();
        return picture;
    }

    private static void paint(BufferedImage picture, int x) {
        var pen = picture.createGraphics();
        pen.setColor(Color.BLACK);
        pen.fillRect(x, 50, 12, 12);
        pen.dispose();
    }

    private static List<String> names() {
        return Stream.of(
                        everyTypeOnEveryScreen().map(each -> name((PageType) each.get()[0], (Screen) each.get()[1])),
                        Arrays.stream(PageType.values()).map(PicturesTest::onPaper),
                        Stream.of(TABLES))
                .flatMap(Function.identity())
                .map(name -> name + ".png")
                .toList();
    }

    private static String name(PageType type, Screen screen) {
        return type.slug() + "-" + screen.slug();
    }

    private static String onPaper(PageType type) {
        return type.slug() + "-a4";
    }

    private static Stream<Arguments> everyTypeOnEveryScreen() {
        return Arrays.stream(PageType.values())
                .flatMap(type -> SCREENS.stream().map(screen -> Arguments.of(type, screen)));
    }
}
