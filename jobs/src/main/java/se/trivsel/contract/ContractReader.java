package se.trivsel.contract;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.trivsel.vocabulary.SourceKind;

/** Makes a contract of its file, and checks that its columns fit each other and the code lists. */
final class ContractReader {
    /** The columns that every table has before the contract's own. */
    private static final Set<String> OURS =
            Set.of("municipality_code", "delivery_no", "delivery_id", "line_no", "missing_reasons");

    private static final Map<String, List<String>> KEYS_BY_TYPE = Map.of(
            "text", List.of("length", "only_legal"),
            "code", List.of("codes", "on"),
            "decimal", List.of("precision", "scale"),
            "identifier", List.of("purpose"),
            "personal_number", List.of("purpose", "instead"));
    private static final List<String> KEYS_OF_SOME_TYPES =
            List.of("length", "only_legal", "codes", "on", "precision", "scale", "purpose", "instead");

    private final Entry root;
    private final Map<String, Optional<CodeList>> codeLists;
    private final List<Entry> columns;

    private ContractReader(Entry root, Map<String, Optional<CodeList>> codeLists) {
        this.root = root;
        this.codeLists = codeLists;
        this.columns = root.list("columns");
    }

    static Contract read(Entry root, Map<String, Optional<CodeList>> codeLists) {
        var reader = new ContractReader(root, codeLists);
        reader.check();
        return reader.contract();
    }

    private Contract contract() {
        return new Contract(
                root.text("dataset"),
                SourceKind.valueOf(upper(root.text("kind"))),
                root.text("label"),
                root.text("description"),
                root.text("grain"),
                root.texts("key"),
                root.list("intervals").stream()
                        .map(interval -> new Interval(interval.text("from"), interval.text("to")))
                        .toList(),
                columns.stream().map(ContractReader::column).toList(),
                root.list("changes").stream().map(ContractReader::change).toList());
    }

    private static FormatChange change(Entry entry) {
        return new FormatChange(day(entry).orElse(LocalDate.EPOCH), entry.text("columns"), entry.text("what"));
    }

    private static Optional<LocalDate> day(Entry change) {
        try {
            return Optional.of(LocalDate.parse(change.text("on")));
        } catch (DateTimeParseException notADay) {
            change.at("on").problem("is not a day of the calendar; write it as \"2018-01-31\"");
            return Optional.empty();
        }
    }

    private static Column column(Entry entry) {
        return new Column(
                entry.text("name"),
                entry.text("label"),
                type(entry),
                PrivacyClass.valueOf(upper(entry.text("privacy"))),
                entry.isTrue("required"),
                entry.find("instead"),
                entry.find("derived_from"),
                entry.find("on"),
                entry.find("only_legal"));
    }

    private static ColumnType type(Entry entry) {
        return switch (entry.text("type")) {
            case "text" -> new ColumnType.Text(entry.number("length"));
            case "code" -> new ColumnType.Code(entry.text("codes"));
            case "integer" -> new ColumnType.WholeNumber();
            case "decimal" ->
                new ColumnType.Decimal(
                        entry.number("precision"), Math.min(entry.number("scale"), entry.number("precision")));
            case "date" -> new ColumnType.Day();
            case "month" -> new ColumnType.Month();
            case "flag" -> new ColumnType.Flag();
            case "identifier" -> new ColumnType.Identifier(purpose(entry));
            case "personal_number" -> new ColumnType.PersonalNumber(purpose(entry));
            case "organisation_number" -> new ColumnType.OrganisationNumber();
            default ->
                throw new IllegalStateException(
                        "The schema knows a type that the reader does not: " + entry.text("type"));
        };
    }

    private static Purpose purpose(Entry entry) {
        return Purpose.valueOf(upper(entry.text("purpose")));
    }

    private void check() {
        if (!root.text("dataset").equals(root.fileName())) {
            root.at("dataset")
                    .problem("is not the file's name, " + root.fileName() + "; there is one contract a dataset");
        }
        checkNames();
        columns.forEach(this::checkColumn);
        for (Entry key : root.list("key")) {
            find(key)
                    .filter(column -> !column.isTrue("required"))
                    .ifPresent(column -> key.problem("a column of the key must be required; add required: true to it"));
        }
        for (Entry interval : root.list("intervals")) {
            refuseOtherType(interval.at("from"), "date");
            refuseOtherType(interval.at("to"), "date");
        }
    }

    private void checkNames() {
        var taken = new HashSet<>(OURS);
        for (Entry column : columns) {
            String name = column.text("name");
            var names = isPseudonym(column) ? Set.of(name, name + "_key") : Set.of(name);
            if (!Collections.disjoint(taken, names)) {
                column.at("name")
                        .problem("there is a column " + name + " or " + name + "_key already; choose another name");
            }
            taken.addAll(names);
        }
    }

    private static boolean isPseudonym(Entry column) {
        return List.of("identifier", "personal_number").contains(column.text("type"));
    }

    private void checkColumn(Entry column) {
        String type = column.text("type");
        List<String> allowed = KEYS_BY_TYPE.getOrDefault(type, List.of());
        KEYS_OF_SOME_TYPES.stream()
                .filter(key -> column.has(key) && !allowed.contains(key))
                .forEach(
                        key -> column.at(key).problem("means nothing for a column of type " + type + "; take it away"));
        boolean isPseudonym = isPseudonym(column);
        String privacy = column.text("privacy");
        if (isPseudonym && !privacy.equals("pseudonymise") && !privacy.equals("drop")) {
            column.at("privacy")
                    .problem("a column of type " + type + " points at a person; write pseudonymise or drop");
        }
        if (!isPseudonym && privacy.equals("pseudonymise")) {
            column.at("privacy").problem("only identifier and personal_number become pseudonyms; choose another type");
        }
        if (type.equals("decimal") && column.number("scale") > column.number("precision")) {
            column.at("scale").problem("must not be more than the precision, " + column.number("precision"));
        }
        if (type.equals("code") && !codeLists.containsKey(column.text("codes"))) {
            column.at("codes")
                    .problem("no such code list " + column.text("codes") + " in codes"
                            + Similar.didYouMean(column.text("codes"), codeLists.keySet()));
        }
        below(column, "instead").forEach(entry -> refuseOtherType(entry, "identifier"));
        below(column, "on").forEach(entry -> refuseOtherType(entry, "date"));
        below(column, "only_legal").forEach(entry -> refuseOtherType(entry, "organisation_number"));
        below(column, "derived_from")
                .forEach(entry -> refuseOtherType(entry, "personal_number", "organisation_number"));
    }

    private static Stream<Entry> below(Entry column, String key) {
        return column.list(key).stream();
    }

    private void refuseOtherType(Entry reference, String... types) {
        find(reference)
                .filter(column -> !List.of(types).contains(column.text("type")))
                .ifPresent(column -> reference.problem(reference.text() + " is of type " + column.text("type")
                        + "; name a column of type " + String.join(" or ", types)));
    }

    private Optional<Entry> find(Entry reference) {
        var found = columns.stream()
                .filter(column -> column.text("name").equals(reference.text()))
                .findFirst();
        if (found.isEmpty()) {
            var names = new ArrayList<String>();
            columns.forEach(column -> names.add(column.text("name")));
            reference.problem("no such column " + reference.text() + " in this contract"
                    + Similar.didYouMean(reference.text(), names));
        }
        return found;
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
