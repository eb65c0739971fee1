package se.trivsel.contract;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.trivsel.vocabulary.MunicipalityCode;

/** Makes a source of its file; that it fits its contract is the concern of {@link SourceCheck}. */
final class SourceReader {
    private SourceReader() {}

    static Source read(String system, Entry root) {
        Trailer trailer = root.has("trailer") ? trailer(root.at("trailer")) : Trailer.NONE;
        FileFormat format = format(root.at("format"));
        boolean isShared = root.has("municipality");
        return new Source(
                system,
                root.text("delivers"),
                root.list("files").stream()
                        .map(file -> pattern(file, root.has("period")))
                        .toList(),
                !root.find("mode").orElse("full").equals("delta"),
                format,
                isShared ? Trailer.NONE : trailer,
                headings(root),
                parts(root),
                root.words("fixed"),
                new LinkedHashSet<>(root.texts("percent")),
                monthDays(root),
                new LinkedHashSet<>(root.texts("local_ids")),
                codes(root),
                root.words("other_codes"),
                signs(root),
                filters(root),
                new LinkedHashSet<>(root.texts("ignored")),
                root.has("reject_above_percent")
                        ? root.at("reject_above_percent").value().doubleValue()
                        : 5,
                isShared ? Optional.of(sharing(root.at("municipality"), format.layout(), trailer)) : Optional.empty(),
                root.has("period") ? Optional.of(period(root.at("period"), format.layout())) : Optional.empty());
    }

    private static FileFormat format(Entry entry) {
        Layout layout = layout(entry);
        boolean isSheet = layout instanceof Layout.Xlsx;
        return new FileFormat(
                layout,
                names(entry),
                new NumberForm(
                        entry.find("decimal").orElse(".").charAt(0),
                        entry.find("thousands").flatMap(SourceReader::sign),
                        entry.texts("units", List.of("kr")),
                        entry.texts("zero")),
                new DateForm(
                        with(
                                isSheet ? DateForm.IN_SHEETS : List.of(),
                                entry.texts("day", List.of(layout instanceof Layout.Sie ? "yyyyMMdd" : "yyyy-MM-dd"))),
                        with(isSheet ? DateForm.IN_SHEETS : List.of(), entry.texts("month", List.of("yyyy-MM"))),
                        entry.has("years_ahead") ? entry.number("years_ahead") : 20),
                entry.texts("no_value"),
                reasons(entry),
                entry.texts("open_end"),
                with(isSheet ? List.of("true") : List.of(), entry.texts("yes", List.of("J", "JA", "1", "true", "Y"))),
                with(isSheet ? List.of("false") : List.of(), entry.texts("no", List.of("N", "NEJ", "0", "false"))));
    }

    /** What the source says, and then what its layout has in any case. */
    private static List<String> with(List<String> ofLayout, List<String> said) {
        return Stream.concat(said.stream(), ofLayout.stream()).distinct().toList();
    }

    private static Layout layout(Entry entry) {
        Optional<Charset> charset = entry.has("charset") ? Optional.of(charset(entry.at("charset"))) : Optional.empty();
        int preambleLines = entry.has("preamble_lines") ? entry.number("preamble_lines") : 0;
        return switch (entry.find("layout").orElse("delimited")) {
            case "delimited" ->
                new Layout.Delimited(
                        entry.text("separator").charAt(0),
                        sign(entry.find("quote").orElse("\"")),
                        entry.find("escape").flatMap(SourceReader::sign),
                        charset.orElse(StandardCharsets.UTF_8),
                        preambleLines);
            case "fixed_width" ->
                new Layout.FixedWidth(
                        inPlace(entry).stream().map(SourceReader::extent).toList(),
                        entry.find("short_rows").orElse("refuse").equals("blank"),
                        charset.orElse(StandardCharsets.UTF_8),
                        preambleLines);
            case "sie4" -> new Layout.Sie(charset);
            case "ubl" -> new Layout.Ubl();
            case "xlsx" -> sheet(entry, preambleLines);
            default ->
                throw new IllegalStateException(
                        "The schema knows a layout that the reader does not: " + entry.text("layout"));
        };
    }

    /** A sheet by its name, or by its number among those that are shown. */
    private static Layout sheet(Entry entry, int preambleLines) {
        if (!entry.has("sheet")) {
            return new Layout.Xlsx(Optional.empty(), 1, preambleLines);
        }
        Entry sheet = entry.at("sheet");
        return sheet.value().isNumber()
                ? new Layout.Xlsx(Optional.empty(), sheet.number(), preambleLines)
                : new Layout.Xlsx(Optional.of(sheet.text()), 1, preambleLines);
    }

    private static Layout.Extent extent(Entry field) {
        return new Layout.Extent(field.number("start") - 1, field.number("width"));
    }

    /** The fields of a file in which each has its place on the line, in the order of the places. */
    private static List<Entry> inPlace(Entry format) {
        return format.map("fields").values().stream()
                .filter(field -> field.has("start"))
                .sorted(Comparator.comparingInt(field -> field.number("start")))
                .toList();
    }

    /** The first character, unless the word says that there is none. */
    private static Optional<Character> sign(String text) {
        return text.equals("none") ? Optional.empty() : Optional.of(text.charAt(0));
    }

    private static FieldNames names(Entry entry) {
        boolean allowsMore = entry.find("extra_fields").orElse("refuse").equals("ignore");
        var placeByName = new LinkedHashMap<String, Integer>();
        List<Entry> inPlace = inPlace(entry);
        entry.map("fields")
                .forEach((name, place) -> placeByName.put(
                        name.strip(), place.has("start") ? inPlace.indexOf(place) : place.number() - 1));
        if (!placeByName.isEmpty()) {
            return new FieldNames(0, placeByName, allowsMore);
        }
        return new FieldNames(entry.has("heading_rows") ? entry.number("heading_rows") : 1, Map.of(), allowsMore);
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

    private static FilePattern pattern(Entry entry, boolean isPeriodInTheFile) {
        var pattern = new FilePattern(entry.text());
        if (!pattern.statesPeriod() && !isPeriodInTheFile) {
            entry.problem("must have {year}, {month}, or {from} and {to} in it, so that the period is known;"
                    + " or say under period where the file states it");
        }
        return pattern;
    }

    private static Sharing sharing(Entry entry, Layout layout, Trailer trailer) {
        if (!layout.isLines()) {
            entry.problem(
                    "a file of this layout cannot be split; take this away and have one file for each municipality");
        }
        var codeByWord = new LinkedHashMap<String, MunicipalityCode>();
        entry.words("codes").forEach((word, code) -> codeByWord.put(word, new MunicipalityCode(code)));
        return new Sharing(entry.text("heading"), part(entry).orElse(FieldPart.WHOLE), codeByWord, trailer);
    }

    private static StatedPeriod period(Entry entry, Layout layout) {
        if (entry.has("line") && !layout.isLines()) {
            entry.at("line").problem("a file of this layout has no lines before the headings; name a heading");
        }
        return entry.has("heading")
                ? new StatedPeriod.Column(entry.text("heading"))
                : new StatedPeriod.Line(
                        entry.has("line") ? entry.number("line") : 1,
                        entry.find("after").orElse(""));
    }

    private static Trailer trailer(Entry entry) {
        return new Trailer(
                entry.texts("first_cells"),
                entry.words("totals"),
                entry.find("count"),
                !entry.find("on_difference").orElse("refuse").equals("warn"));
    }

    private static Map<String, List<String>> headings(Entry root) {
        var headings = new LinkedHashMap<String, List<String>>();
        root.map("columns").keySet().forEach(column -> headings.put(column, headings(root.at("columns"), column)));
        return headings;
    }

    static List<String> headings(Entry columns, String column) {
        return headingEntries(columns, column).stream().map(Entry::text).toList();
    }

    /** The headings a column may stand under, written out or as those of a part. */
    static List<Entry> headingEntries(Entry columns, String column) {
        Entry entry = columns.at(column);
        return entry.has("heading") ? entry.list("heading") : columns.list(column);
    }

    private static Map<String, FieldPart> parts(Entry root) {
        var parts = new LinkedHashMap<String, FieldPart>();
        root.map("columns").forEach((column, entry) -> part(entry).ifPresent(part -> parts.put(column, part)));
        return parts;
    }

    private static Optional<FieldPart> part(Entry entry) {
        return entry.find("before")
                .map(sign -> new FieldPart(sign, true))
                .or(() -> entry.find("after").map(sign -> new FieldPart(sign, false)));
    }

    private static Map<String, MissingReason> reasons(Entry format) {
        var reasonBySign = new LinkedHashMap<String, MissingReason>();
        for (MissingReason reason : MissingReason.values()) {
            if (format.has("missing")) {
                format.at("missing").texts(reason.code()).forEach(sign -> reasonBySign.put(sign, reason));
            }
        }
        return reasonBySign;
    }

    private static Map<String, SignRule> signs(Entry root) {
        var signs = new LinkedHashMap<String, SignRule>();
        root.map("signs")
                .forEach((column, rule) -> signs.put(
                        column, new SignRule(rule.text("heading"), new LinkedHashSet<>(rule.texts("negative")))));
        return signs;
    }

    private static List<RowFilter> filters(Entry root) {
        var filters = new ArrayList<RowFilter>();
        for (String key : List.of("only", "skip")) {
            for (String heading : root.map(key).keySet()) {
                var words = new LinkedHashSet<>(root.at(key).texts(heading));
                filters.add(new RowFilter(heading, words, key.equals("only")));
            }
        }
        return filters;
    }

    private static Map<String, MonthDay> monthDays(Entry root) {
        var days = new LinkedHashMap<String, MonthDay>();
        root.words("month_days")
                .forEach((column, day) -> days.put(column, MonthDay.valueOf(day.toUpperCase(Locale.ROOT))));
        return days;
    }

    private static Map<String, Map<String, String>> codes(Entry root) {
        var codes = new LinkedHashMap<String, Map<String, String>>();
        root.map("codes")
                .keySet()
                .forEach(column -> codes.put(column, root.at("codes").words(column)));
        return codes;
    }
}
