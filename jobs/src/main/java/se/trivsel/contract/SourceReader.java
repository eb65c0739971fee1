package se.trivsel.contract;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a source of its file; that it fits its contract is the concern of {@link SourceCheck}. */
final class SourceReader {
    private SourceReader() {}

    static Source read(String system, Entry root) {
        return new Source(
                system,
                root.text("delivers"),
                root.list("files").stream()
                        .flatMap(file -> pattern(file).stream())
                        .toList(),
                !root.find("mode").orElse("full").equals("delta"),
                format(root.at("format")),
                root.has("trailer") ? trailer(root.at("trailer")) : Trailer.NONE,
                headings(root),
                root.words("fixed"),
                new LinkedHashSet<>(root.texts("percent")),
                new LinkedHashSet<>(root.texts("local_ids")),
                codes(root),
                new LinkedHashSet<>(root.texts("ignored")),
                root.has("reject_above_percent")
                        ? root.at("reject_above_percent").value().doubleValue()
                        : 5);
    }

    private static FileFormat format(Entry entry) {
        Layout layout = layout(entry);
        return new FileFormat(
                layout,
                entry.find("decimal").orElse(".").charAt(0),
                entry.texts("day", List.of(layout instanceof Layout.Sie ? "yyyyMMdd" : "yyyy-MM-dd")),
                entry.texts("month", List.of("yyyy-MM")),
                entry.texts("no_value"),
                entry.texts("open_end"),
                entry.texts("yes", List.of("J", "JA", "1", "true", "Y")),
                entry.texts("no", List.of("N", "NEJ", "0", "false")));
    }

    private static Layout layout(Entry entry) {
        Optional<Charset> charset = entry.has("charset") ? Optional.of(charset(entry.at("charset"))) : Optional.empty();
        return switch (entry.find("layout").orElse("delimited")) {
            case "delimited" -> delimited(entry, charset.orElse(Charset.forName("UTF-8")));
            case "sie4" -> new Layout.Sie(charset);
            case "ubl" -> new Layout.Ubl();
            default ->
                throw new IllegalStateException(
                        "The schema knows a layout that the reader does not: " + entry.text("layout"));
        };
    }

    private static Layout delimited(Entry entry, Charset charset) {
        String quote = entry.find("quote").orElse("\"");
        return new Layout.Delimited(
                entry.text("separator").charAt(0),
                quote.equals("none") ? Optional.empty() : Optional.of(quote.charAt(0)),
                charset,
                entry.has("preamble_lines") ? entry.number("preamble_lines") : 0);
    }

    private static Charset charset(Entry entry) {
        try {
            return Charset.forName(entry.text());
        } catch (IllegalArgumentException unknown) {
            entry.problem("no such charset " + entry.text()
                    + Similar.didYouMean(
                            entry.text(), Charset.availableCharsets().keySet())
                    + "; write a name such as UTF-8, windows-1252 or IBM850");
            return Charset.forName("UTF-8");
        }
    }

    private static Optional<FilePattern> pattern(Entry entry) {
        try {
            return Optional.of(new FilePattern(entry.text()));
        } catch (IllegalArgumentException noPeriod) {
            entry.problem("must have {year}, {month}, or {from} and {to} in it, so that the period is known");
            return Optional.empty();
        }
    }

    private static Trailer trailer(Entry entry) {
        return new Trailer(entry.texts("first_cells"), entry.words("totals"));
    }

    private static Map<String, List<String>> headings(Entry root) {
        var headings = new LinkedHashMap<String, List<String>>();
        root.map("columns")
                .keySet()
                .forEach(column -> headings.put(column, root.at("columns").texts(column)));
        return headings;
    }

    private static Map<String, Map<String, String>> codes(Entry root) {
        var codes = new LinkedHashMap<String, Map<String, String>>();
        root.map("codes")
                .keySet()
                .forEach(column -> codes.put(column, root.at("codes").words(column)));
        return codes;
    }
}
