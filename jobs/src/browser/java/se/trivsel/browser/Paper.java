package se.trivsel.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Margin;

/** A4 with margins of 15 mm. */
final class Paper {
    private static final String MARGIN = "15mm";
    private static final double PIXELS_PER_MILLIMETRE = 96 / 25.4;

    /** Of what is printed on, in pixels of CSS. */
    static final int WIDTH = (int) ((210 - 30) * PIXELS_PER_MILLIMETRE);

    static final int HEIGHT = (int) ((297 - 30) * PIXELS_PER_MILLIMETRE);

    private Paper() {}

    /** The bytes of a PDF. */
    static byte[] print(Page page) {
        return page.pdf(new Page.PdfOptions()
                .setFormat("A4")
                .setMargin(new Margin()
                        .setTop(MARGIN)
                        .setRight(MARGIN)
                        .setBottom(MARGIN)
                        .setLeft(MARGIN)));
    }
}
