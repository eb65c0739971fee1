package se.trivsel.browser;

import com.microsoft.playwright.options.ColorScheme;

/** What a page is looked at on: a desk or a phone, by day or by night. */
enum Screen {
    WIDE(1280, ColorScheme.LIGHT),
    WIDE_DARK(1280, ColorScheme.DARK),
    NARROW(390, ColorScheme.LIGHT),
    NARROW_DARK(390, ColorScheme.DARK);

    static final int HEIGHT = 1600;

    private final int width;
    private final ColorScheme scheme;

    Screen(int width, ColorScheme scheme) {
        this.width = width;
        this.scheme = scheme;
    }

    int width() {
        return width;
    }

    ColorScheme scheme() {
        return scheme;
    }

    /** As its pictures are called. */
    String slug() {
        return width + (scheme == ColorScheme.DARK ? "-dark" : "");
    }
}
