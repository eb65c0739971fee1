package se.trivsel.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How one system writes one dataset: the translation of its file into our contract.
 *
 * <p>Headings, words and ignored headings keep the order they are given in: it is how the system's own files look.
 *
 * @param system the system's name: the folder under {@code config/sources/<kind>}
 * @param dataset the contract it delivers
 * @param files file name patterns, see {@link FilePattern}
 * @param full whether a file replaces earlier ones of the same period, or only adds to them
 * @param headings our column to the headings it may stand under, first found wins
 * @param parts our column to the part of the field that is its own, where it is not the whole field
 * @param fixed our column to a value the file does not hold; may use {@code {line}}, {@code {period_from}} and {@code
 *     {period_to}}
 * @param percent our columns that the file writes in percent
 * @param monthDays our date columns in which the file may have a month only, and the day that is meant
 * @param localIds our personal number columns in which the file has a local number instead
 * @param codes our column to their words and our codes
 * @param otherCodes our column to the code of every word that is not among its words
 * @param signs our number column to what turns its sign
 * @param filters which rows are meant; all of them have to admit a row
 * @param ignored headings that are known and not read
 * @param rejectAbovePercent the share of rejected rows, in percent, above which the whole delivery is refused
 * @param sharing how a file says whose its rows are, where it has rows of several municipalities; all else then describes
 *     one municipality's part of it, and the file itself is {@link #whole}
 * @param period where the file states its period, if its name may leave it out
 */
public record Source(
        String system,
        String dataset,
        List<FilePattern> files,
        boolean full,
        FileFormat format,
        Trailer trailer,
        Map<String, List<String>> headings,
        Map<String, FieldPart> parts,
        Map<String, String> fixed,
        Set<String> percent,
        Map<String, MonthDay> monthDays,
        Set<String> localIds,
        Map<String, Map<String, String>> codes,
        Map<String, String> otherCodes,
        Map<String, SignRule> signs,
        List<RowFilter> filters,
        Set<String> ignored,
        double rejectAbovePercent,
        Optional<Sharing> sharing,
        Optional<StatedPeriod> period) {
    public Source {
        files = List.copyOf(files);
        headings = Collections.unmodifiableMap(new LinkedHashMap<>(headings));
        parts = Map.copyOf(parts);
        fixed = Map.copyOf(fixed);
        percent = Set.copyOf(percent);
        monthDays = Map.copyOf(monthDays);
        otherCodes = Map.copyOf(otherCodes);
        signs = Map.copyOf(signs);
        filters = List.copyOf(filters);
        localIds = Set.copyOf(localIds);
        codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
        ignored = Collections.unmodifiableSet(new LinkedHashSet<>(ignored));
    }

    /** Headings that decide about rows and are no columns of ours; their cells follow those of the contract. */
    public List<String> asides() {
        return Stream.of(
                        filters.stream().map(RowFilter::heading),
                        signs.values().stream().map(SignRule::heading).sorted(),
                        sharing.map(Sharing::heading).stream(),
                        period.stream()
                                .filter(StatedPeriod.Column.class::isInstance)
                                .map(column -> ((StatedPeriod.Column) column).heading()))
                .flatMap(headings -> headings)
                .distinct()
                .toList();
    }

    /** Which cell of a row stands under one of the {@link #asides}. */
    public int cellUnder(String aside, Contract contract) {
        return contract.columns().size() + asides().indexOf(aside);
    }

    /** The file as it was sent, before it was split: its last rows speak of all municipalities' rows. */
    public Source whole() {
        return sharing.map(shared -> new Source(
                        system,
                        dataset,
                        files,
                        full,
                        format,
                        shared.trailer(),
                        headings,
                        parts,
                        fixed,
                        percent,
                        monthDays,
                        localIds,
                        codes,
                        otherCodes,
                        signs,
                        filters,
                        ignored,
                        rejectAbovePercent,
                        sharing,
                        period))
                .orElse(this);
    }
}
