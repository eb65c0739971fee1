package se.trivsel.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.trivsel.contract.ColumnType.Code;
import se.trivsel.contract.ColumnType.Day;
import se.trivsel.contract.ColumnType.Decimal;
import se.trivsel.contract.ColumnType.PersonalNumber;

/**
 * Checks that a source fits its contract: every column it names is there, and every one it must fill is filled.
 *
 * <p>Headings are compared as the files' are: trimmed, capital and small letters the same.
 */
final class SourceCheck {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");
    private static final List<String> PLACEHOLDERS = List.of("{line}", "{period_from}", "{period_to}");

    private static final Map<String, List<String>> KEYS_BY_LAYOUT = Map.of(
            "delimited", List.of("separator", "charset", "quote", "escape", "preamble_lines"),
            "fixed_width", List.of("charset", "preamble_lines", "short_rows"),
            "sie4", List.of("charset"),
            "xlsx", List.of("sheet", "preamble_lines"));
    private static final List<String> KEYS_OF_SOME_LAYOUTS =
            List.of("separator", "charset", "quote", "escape", "preamble_lines", "short_rows", "sheet");

    private final Entry root;
    private final Contract contract;
    private final Map<String, Optional<CodeList>> codeLists;

    SourceCheck(Entry root, Contract contract, Map<String, Optional<CodeList>> codeLists) {
        this.root = root;
        this.contract = contract;
        this.codeLists = codeLists;
    }

    void run() {
        root.map("columns").forEach((name, entry) -> column(name, entry));
        checkHeadings();
        checkRequired();
        root.map("fixed").forEach(this::checkFixed);
        root.map("codes").forEach(this::checkCodes);
        for (Entry percent : root.list("percent")) {
            refuseOtherType(percent.text(), percent, Decimal.class, "decimal");
            if (percent.text().endsWith("_percent")) {
                percent.problem(
                        percent.text() + " is in percent here too: take it off the list; a % sign is read without it");
            }
        }
        root.map("month_days").forEach((name, day) -> refuseOtherType(name, day, Day.class, "date"));
        root.map("other_codes").forEach(this::checkOther);
        root.map("signs").forEach((name, rule) -> refuseOtherType(name, rule, Decimal.class, "decimal"));
        checkAsides();
        for (Entry localId : root.list("local_ids")) {
            refuseOtherType(localId.text(), localId, PersonalNumber.class, "personal_number");
        }
        if (root.has("trailer")) {
            root.at("trailer")
                    .map("totals")
                    .forEach((name, total) -> refuseOtherType(name, total, Decimal.class, "decimal"));
        }
        if (root.has("municipality")) {
            checkSharing(root.at("municipality"));
        }
        if (root.has("period")) {
            checkPeriod(root.at("period"));
        }
        checkFormat(root.at("format"));
        checkNames(root.at("format"));
        checkMonthDays(root.at("format"));
    }

    private void checkSharing(Entry sharing) {
        if (root.find("mode").filter("delta"::equals).isPresent()) {
            root.at("mode")
                    .problem("a corrected file with rows of several municipalities would add the rows of all of them"
                            + " once more; have whole periods delivered, and take this away");
        }
        if (sharing.has("before") && sharing.has("after")) {
            sharing.problem("has both before and after; keep one of them");
        }
    }

    private void checkPeriod(Entry period) {
        if (period.has("heading") == period.has("line")) {
            period.problem("must have either a heading or a line");
        } else if (period.has("heading") && period.has("after")) {
            period.at("after").problem("is for a line before the headings; take it away");
        }
        if (period.has("heading") && root.at("format").texts("day").contains("yyMMdd")) {
            period.problem("the century of a year of two digits (yyMMdd) is told by the period, which is not known yet;"
                    + " state the period on a line or in the file's name");
        }
        int preambleLines =
                root.at("format").has("preamble_lines") ? root.at("format").number("preamble_lines") : 0;
        if (period.has("line") && period.number("line") > preambleLines) {
            period.at("line")
                    .problem("is not one of the lines before the headings; there are as many as format.preamble_lines"
                            + " says: " + preambleLines);
        }
    }

    /** 201210 is a month of 2012 or a day of 2020. */
    private void checkMonthDays(Entry format) {
        if (root.has("month_days")
                && format.texts("day").contains("yyMMdd")
                && format.texts("month").contains("yyyyMM")) {
            root.at("month_days")
                    .problem("six digits may be a day (yyMMdd) or a month (yyyyMM) here; keep one of the forms");
        }
    }

    /** Where the description gives the names, a heading that is none of them would never be found. */
    private void checkNames(Entry format) {
        if (!format.has("fields")) {
            return;
        }
        if (format.has("heading_rows")) {
            format.at("heading_rows")
                    .problem("the fields are named under fields already; count the heading lines in preamble_lines");
        }
        Map<String, Entry> fields = format.map("fields");
        var places = new HashMap<String, String>();
        fields.forEach((name, place) -> {
            if (!place.has("start") && layout(format).equals("fixed_width")) {
                place.problem("must have a start and a width, as fields of layout fixed_width do");
            }
            String other = places.putIfAbsent(place.value().toString(), name);
            if (other != null) {
                place.problem("is the place of " + other + " too; a field has one name");
            }
        });
        for (String column : root.map("columns").keySet()) {
            refuseUnnamed(SourceReader.headingEntries(root.at("columns"), column), fields);
        }
        for (Entry heading : decidingHeadings()) {
            refuseUnnamed(List.of(heading), fields);
        }
    }

    private static void refuseUnnamed(List<Entry> headings, Map<String, Entry> fields) {
        var names = fields.keySet().stream().map(SourceCheck::folded).toList();
        if (headings.stream().map(Entry::text).map(SourceCheck::folded).noneMatch(names::contains)) {
            Entry heading = headings.get(0);
            heading.problem("\"" + heading.text() + "\" is not a name under format.fields"
                    + Similar.didYouMean(heading.text(), fields.keySet()));
        }
    }

    /** Those that say whose a row is, and what time it belongs to. */
    private List<Entry> decidingHeadings() {
        return Stream.of("municipality", "period")
                .flatMap(key -> Optional.ofNullable(root.map(key).get("heading")).stream())
                .toList();
    }

    private void checkHeadings() {
        var columnByHeading = new HashMap<String, String>();
        for (String name : root.map("columns").keySet()) {
            for (Entry heading : SourceReader.headingEntries(root.at("columns"), name)) {
                String other = columnByHeading.putIfAbsent(folded(heading.text()), name);
                if (other != null && !(isPart(name) && isPart(other))) {
                    heading.problem("\"" + heading.text() + "\" is the heading of " + other
                            + " too; one heading fills one column");
                }
            }
        }
        for (Entry ignored : root.list("ignored")) {
            String reader = columnByHeading.get(folded(ignored.text()));
            if (reader != null) {
                ignored.problem("\"" + ignored.text() + "\" is read as " + reader + "; take it away here or there");
            }
        }
    }

    private boolean isPart(String column) {
        Entry entry = root.at("columns").at(column);
        return entry.has("before") || entry.has("after");
    }

    private void checkRequired() {
        contract.columns().stream()
                .filter(Column::required)
                .filter(column ->
                        column.derivedFrom().isEmpty() && column.instead().isEmpty())
                .filter(column -> !isFilled(column.name()))
                .forEach(column -> root.at("columns")
                        .problem(
                                "the column " + column.name() + " (" + column.label() + ") is required by the contract "
                                        + contract.dataset() + "; add its heading here, or its value under fixed"));
    }

    private void checkFixed(String name, Entry fixed) {
        Optional<Column> column = column(name, fixed);
        if (root.at("columns").has(name)) {
            fixed.problem("is read from a heading under columns already; keep one of them");
        }
        Matcher placeholder = PLACEHOLDER.matcher(fixed.text());
        while (placeholder.find()) {
            if (!PLACEHOLDERS.contains(placeholder.group())) {
                fixed.problem(placeholder.group() + " is not known; there are " + String.join(", ", PLACEHOLDERS));
            }
        }
        Map<String, Entry> words = root.has("codes") ? root.at("codes").map(name) : Map.of();
        if (words.isEmpty()) {
            column.ifPresent(known -> refuseUnknownCode(known, fixed));
        } else if (!words.containsKey(fixed.text())) {
            fixed.problem("is not one of the words under codes." + name + "; a fixed value is read like a cell");
        }
    }

    private void checkCodes(String name, Entry words) {
        Optional<Column> column = column(name, words);
        if (column.isEmpty()) {
            return;
        }
        refuseOtherType(name, words, Code.class, "code");
        root.at("codes").map(name).values().forEach(code -> refuseUnknownCode(column.get(), code));
    }

    private void checkOther(String name, Entry code) {
        refuseOtherType(name, code, Code.class, "code");
        contract.column(name).ifPresent(known -> refuseUnknownCode(known, code));
    }

    private void refuseUnknownCode(Column column, Entry entry) {
        if (column.type() instanceof Code code) {
            codeLists
                    .getOrDefault(code.list(), Optional.empty())
                    .filter(list -> !list.has(entry.text()))
                    .ifPresent(list -> entry.problem("no such code " + entry.text() + " in the code list " + list.name()
                            + Similar.didYouMean(
                                    entry.text(), list.labelByCode().keySet())));
        }
    }

    /** Also refuses a column that no heading and no fixed value fills: something would be said about nothing. */
    private void refuseOtherType(String name, Entry entry, Class<? extends ColumnType> type, String typeName) {
        Optional<Column> column = column(name, entry);
        if (column.isEmpty()) {
            return;
        }
        if (!type.isInstance(column.get().type())) {
            entry.problem("the column " + name + " is not of type " + typeName + " in the contract; take it away");
        } else if (!isFilled(name)) {
            entry.problem("the column " + name + " has no heading under columns; add it there or take it away here");
        }
    }

    private Optional<Column> column(String name, Entry entry) {
        Optional<Column> column = contract.column(name);
        if (column.isEmpty()) {
            var names = contract.columns().stream().map(Column::name).toList();
            entry.problem(
                    "no such column " + name + " in contract " + contract.dataset() + Similar.didYouMean(name, names));
        }
        return column;
    }

    private boolean isFilled(String name) {
        return root.at("columns").has(name) || root.map("fixed").containsKey(name);
    }

    private static void checkFormat(Entry format) {
        if (format.find("quote").or(() -> Optional.of("\"")).equals(format.find("separator"))) {
            format.at("separator").problem("is the quotation mark too; one of them is wrong");
        }
        String layout = layout(format);
        List<String> meant = KEYS_BY_LAYOUT.getOrDefault(layout, List.of());
        KEYS_OF_SOME_LAYOUTS.stream()
                .filter(key -> format.has(key) && !meant.contains(key))
                .forEach(key ->
                        format.at(key).problem("means nothing for a file of layout " + layout + "; take it away"));
        String decimal = format.find("decimal").orElse(".");
        if (format.find("thousands").filter(decimal::equals).isPresent()) {
            format.at("thousands").problem("is the decimal sign too; one of them is wrong");
        }
        var noValue = format.texts("no_value");
        format.list("zero").stream()
                .filter(zero -> noValue.contains(zero.text()))
                .forEach(zero -> zero.problem("\"" + zero.text() + "\" is under no_value as well; it cannot be both"));
        checkReasons(format);
        var no = format.texts("no");
        format.list("yes").stream()
                .filter(yes -> no.contains(yes.text()))
                .forEach(yes -> yes.problem("\"" + yes.text() + "\" is under no as well; it cannot be both"));
    }

    private static String layout(Entry format) {
        return format.find("layout").orElse("delimited");
    }

    private static void checkReasons(Entry format) {
        var meaning = new HashMap<String, String>();
        format.texts("no_value").forEach(word -> meaning.put(word, "no_value"));
        format.texts("zero").forEach(word -> meaning.put(word, "zero"));
        for (String reason : format.map("missing").keySet()) {
            for (Entry sign : format.at("missing").list(reason)) {
                String other = meaning.putIfAbsent(sign.text(), "missing." + reason);
                if (other != null) {
                    sign.problem("\"" + sign.text() + "\" is under " + other + " as well; it cannot be both");
                }
            }
        }
    }

    /** What decides about rows may be a column of ours or not, but not a heading that is said to be of no use. */
    private void checkAsides() {
        var ignored = root.texts("ignored").stream().map(SourceCheck::folded).toList();
        var headings = new ArrayList<Entry>();
        for (String key : List.of("only", "skip")) {
            root.map(key).forEach((heading, words) -> {
                if (ignored.contains(folded(heading))) {
                    words.problem("\"" + heading + "\" is under ignored as well; take it away there");
                }
            });
        }
        root.map("signs").values().forEach(rule -> headings.add(rule.at("heading")));
        headings.addAll(decidingHeadings());
        headings.stream()
                .filter(heading -> ignored.contains(folded(heading.text())))
                .forEach(heading ->
                        heading.problem("\"" + heading.text() + "\" is under ignored as well; take it away there"));
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
