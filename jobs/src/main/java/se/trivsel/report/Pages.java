package se.trivsel.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;

/**
 * The pages under {@code src/main/jte}, compiled with the program.
 *
 * <p>They escape what they show according to where it stands; nothing handed to them is escaped before.
 */
final class Pages {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /**
     * @param table the file beside the page that has the remarks as a table
     */
    String receipt(Receipt receipt, String table) {
        return render("receipt/receipt.jte", Map.of("receipt", receipt, "table", table));
    }

    String index(String municipality, List<Awaited> awaited, List<ReceiptLink> receipts) {
        return render(
                "receipt/index.jte", Map.of("municipality", municipality, "awaited", awaited, "receipts", receipts));
    }

    private String render(String page, Map<String, Object> parameters) {
        var output = new StringOutput();
        engine.render(page, parameters, output);
        return output.toString();
    }
}
