package se.trivsel.browser;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.trivsel.warehouse.Repository;

/**
 * Debian's Chromium, with fonts that are the same everywhere.
 *
 * <p>It is not Playwright's own build, which would have to be downloaded; {@code CHROMIUM} in the environment names another.
 */
final class Browser implements AutoCloseable {
    private static final String USUAL = "/usr/bin/chromium";

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    static Browser start() {
        Path program = Path.of(System.getenv().getOrDefault("CHROMIUM", USUAL));
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException("There is no Chromium at " + program + ": apt-get install chromium"
                    + " fonts-dejavu-core, or name another with CHROMIUM");
        }
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var environment = new HashMap<>(System.getenv());
        environment.put(
                "FONTCONFIG_FILE",
                Repository.path("jobs/src/browser/resources/fonts.conf").toString());
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(new LaunchOptions()
                                .setExecutablePath(program)
                                .setEnv(environment)
                                .setArgs(List.of(
                                        "--no-sandbox",
                                        "--disable-gpu",
                                        "--disable-quic",
                                        "--disable-background-networking",
                                        "--disable-component-update",
                                        "--disable-sync",
                                        "--font-render-hinting=none",
                                        "--disable-lcd-text"))));
    }

    String version() {
        return chromium.version();
    }

    OpenedPage open(String url, Screen screen) {
        return open(url, screen, true);
    }

    OpenedPage openWithoutScript(String url) {
        return open(url, Screen.WIDE, false);
    }

    private OpenedPage open(String url, Screen screen, boolean script) {
        var context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(screen.width(), Screen.HEIGHT)
                .setColorScheme(screen.scheme())
                .setForcedColors(screen.forced())
                .setJavaScriptEnabled(script)
                .setLocale("sv-SE")
                .setTimezoneId("Europe/Stockholm"));
        return OpenedPage.open(context, url);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
