package se.trivsel.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A receipt as plain text that fits in an e-mail: no line is longer than 72 signs, unless a word is. */
final class ReceiptText {
    private static final int WIDTH = 72;
    private static final int LABEL_WIDTH = 18;
    private static final String INDENT = "   ";

    private ReceiptText() {}

    static String of(Receipt receipt) {
        var lines = new ArrayList<String>();
        lines.addAll(wrapped(receipt.outcome().swedish().toUpperCase(Locale.ROOT) + ": " + receipt.title()));
        lines.add(receipt.municipality());
        lines.add("");
        lines.addAll(wrapped(receipt.verdict()));
        lines.addAll(wrapped(receipt.meaning()));
        lines.add("");
        for (Receipt.Fact fact : receipt.facts()) {
            lines.add((fact.label() + ":" + " ".repeat(LABEL_WIDTH)).substring(0, LABEL_WIDTH) + fact.value());
        }
        int number = 0;
        for (Receipt.Remark remark : receipt.remarks()) {
            number++;
            lines.add("");
            lines.addAll(wrapped(number + ". ", remark.what(), INDENT));
            lines.addAll(wrapped(INDENT, remark.effect() + ", " + remark.count() + " [" + remark.code() + "]", INDENT));
            for (String place : remark.places()) {
                lines.addAll(wrapped(INDENT + "- ", place, INDENT + "  "));
            }
            lines.addAll(wrapped(INDENT, remark.reach(), INDENT));
            lines.addAll(wrapped(INDENT, "Gör så här: " + remark.remedy(), INDENT));
        }
        lines.add("");
        lines.addAll(wrapped("Kvittensen innehåller inga personuppgifter, bara var i filen felen finns."));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> wrapped(String text) {
        return wrapped("", text, "");
    }

    /**
     * @param first what stands before the first line
     * @param rest what stands before the others
     */
    private static List<String> wrapped(String first, String text, String rest) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(first);
        boolean isEmpty = true;
        for (String word : text.split(" ", -1)) {
            if (!isEmpty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(rest);
                isEmpty = true;
            }
            line.append(isEmpty ? "" : " ").append(word);
            isEmpty = false;
        }
        lines.add(line.toString());
        return lines;
    }
}
