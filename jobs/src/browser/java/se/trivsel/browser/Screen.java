package se.trivsel.browser;

import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;

/** What a page is looked at on: a desk or a phone, by day, by night or in few colours that the reader has chosen. */
enum Screen {
    WIDE(1280, ColorScheme.LIGHT, ForcedColors.NONE),
    WIDE_DARK(1280, ColorScheme.DARK, ForcedColors.NONE),
    WIDE_FORCED(1280, ColorScheme.DARK, ForcedColors.ACTIVE),
    NARROW(390, ColorScheme.LIGHT, ForcedColors.NONE),
    NARROW_DARK(390, ColorScheme.DARK, ForcedColors.NONE);

    static final int HEIGHT = 1600;

    private final int width;
    private final ColorScheme scheme;
    private final ForcedColors forced;

    Screen(int width, ColorScheme scheme, ForcedColors forced) {
        this.width = width;
        this.scheme = scheme;
        this.forced = forced;
    }

    int width() {
        return width;
    }

    ColorScheme scheme() {
        return scheme;
    }

    ForcedColors forced() {
        return forced;
    }

    /** As its pictures are called. */
    String slug() {
        if (forced == ForcedColors.ACTIVE) {
            return width + "-forced";
        }
        return width + (scheme == ColorScheme.DARK ? "-dark" : "");
    }
}
