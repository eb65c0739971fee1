package se.trivsel.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;

/**
 * A page as somebody has it before them, and what the browser had to say about it.
 *
 * @param status of HTTP; 200 also for a file that was found
 * @param requests all that was asked for, the page first
 * @param complaints errors on the console, broken policies, exceptions, dialogs
 */
record OpenedPage(BrowserContext context, Page page, int status, List<String> requests, List<String> complaints)
        implements AutoCloseable {

    static OpenedPage open(BrowserContext context, String url) {
        var page = context.newPage();
        var requests = new ArrayList<String>();
        var complaints = new ArrayList<String>();
        page.onRequest(request -> requests.add(request.url()));
        page.onRequestFailed(request -> complaints.add("failed: " + request.url()));
        page.onPageError(error -> complaints.add("exception: " + error));
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add("console: " + message.text());
            }
        });
        page.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        Response response = page.navigate(url);
        return new OpenedPage(context, page, response.status(), requests, complaints);
    }

    /** The text that is seen, but for what script has added: that is marked by {@code data-script}. */
    String text() {
        return (String) page.evaluate("""
                () => {
                    document.querySelectorAll('[data-script]').forEach(added => added.remove());
                    return document.body.innerText;
                }
                """);
    }

    /** Texts that a script in the page answers with. */
    @SuppressWarnings("unchecked")
    List<String> ask(String script) {
        return (List<String>) page.evaluate(script);
    }

    @Override
    public void close() {
        context.close();
    }
}
