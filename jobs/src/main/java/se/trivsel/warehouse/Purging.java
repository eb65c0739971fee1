package se.trivsel.warehouse;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import se.trivsel.contract.Column;
import se.trivsel.contract.ColumnType;
import se.trivsel.contract.Contract;
import se.trivsel.contract.Purpose;

/**
 * Persons, what in the lake is theirs, and files of the lake written anew without it.
 *
 * <p>A row without a personal number leads to its person by the employment or the case. An employment is one person's; a case may be
 * several clients', and is then nobody's alone: its rows about the others stay.
 */
public final class Purging implements AutoCloseable {
    private static final String PURGED = " in (select pseudonym from purged)";

    private final AnalystFile file;

    private Purging(AnalystFile file) {
        this.file = file;
    }

    /** Begins in a file that is only there meanwhile: it tells who is purged, so it has to be protected. */
    public static Purging of(Collection<String> persons, Path scratch, Limits limits) throws SQLException {
        AnalystFile file = AnalystFile.open(scratch, limits);
        try {
            file.execute("create table person (pseudonym varchar)");
            file.execute("create table seen (pseudonym varchar)");
            file.execute("create table tie (person varchar, thing varchar, is_case boolean)");
            try (var insert = file.connection().prepareStatement("insert into person values (?)")) {
                for (String person : persons) {
                    insert.setString(1, person);
                    insert.execute();
                }
            }
            return new Purging(file);
        } catch (SQLException failure) {
            file.close();
            throw failure;
        }
    }

    /** Looks for what is the persons' in a file of the lake. */
    public void look(Path rows, Contract contract) throws SQLException {
        var stored = new LakeRows(file, rows);
        List<String> columns = stored.texts();
        for (String key : keys(columns)) {
            file.execute("insert into seen select distinct " + key + " from " + stored.asTable() + " where " + key
                    + " in (select pseudonym from person)");
        }
        for (Column person : contract.storedColumns()) {
            for (Column thing : contract.storedColumns()) {
                boolean areStored = columns.containsAll(List.of(quoted(person), quoted(thing)));
                if (areStored && isOf(thing, person)) {
                    file.execute("insert into tie select distinct " + quoted(person) + ", " + quoted(thing) + ", "
                            + (purpose(thing) == Purpose.CASE) + " from " + stored.asTable() + " where "
                            + quoted(person) + " is not null and " + quoted(thing) + " is not null");
                }
            }
        }
    }

    private static boolean isOf(Column thing, Column person) {
        return person.type() instanceof ColumnType.PersonalNumber number
                && thing.type() instanceof ColumnType.Identifier identifier
                && !Column.NAMING_ANOTHER.contains(thing.storedName())
                && switch (number.purpose()) {
                    case STAFF -> identifier.purpose() == Purpose.EMPLOYMENT;
                    case CLIENT -> identifier.purpose() == Purpose.CASE;
                    case EMPLOYMENT, CASE, SUPPLIER, TEXT -> false;
                };
    }

    private static Purpose purpose(Column thing) {
        return ((ColumnType.Identifier) thing.type()).purpose();
    }

    private static String quoted(Column column) {
        return '"' + column.storedName() + '"';
    }

    /** All is looked through: how many of the persons stand in some row. */
    public int settle() throws SQLException {
        file.execute("""
                create table purged as
                select pseudonym from person
                union
                select thing
                from tie
                where person in (select pseudonym from person)
                    and not (
                        is_case
                        and thing in (select thing from tie where person not in (select pseudonym from person))
                    )
                """);
        return Math.toIntExact(file.number("select count(distinct pseudonym) from seen"));
    }

    /** The persons' pseudonyms, and those of the employments and cases that are theirs. */
    public Set<String> pseudonyms() throws SQLException {
        return new TreeSet<>(file.strings("select pseudonym from purged"));
    }

    /**
     * What of a file is purged.
     *
     * @param rows those about the persons
     * @param named those about others that name one of them
     */
    public record Found(long rows, long named) {
        public boolean isNothing() {
            return rows + named == 0;
        }
    }

    public Found find(Path rows) throws SQLException {
        var stored = new LakeRows(file, rows);
        List<String> columns = stored.texts();
        String theirs = isTheirs(columns);
        String naming = columns.stream()
                .filter(Purging::isNaming)
                .map(key -> "coalesce(" + key + PURGED + ", false)")
                .reduce("false", (some, other) -> some + " or " + other);
        return new Found(
                stored.count("from " + stored.asTable() + " where " + theirs),
                stored.count("from " + stored.asTable() + " where (" + naming + ") and not " + theirs));
    }

    private static String isTheirs(List<String> columns) {
        return keys(columns).stream()
                .filter(key -> !isNaming(key))
                .map(key -> "coalesce(" + key + PURGED + ", false)")
                .reduce("false", (some, other) -> some + " or " + other)
                .transform(any -> "(" + any + ")");
    }

    private static List<String> keys(List<String> columns) {
        return columns.stream().filter(column -> column.endsWith("_key\"")).toList();
    }

    private static boolean isNaming(String column) {
        return Column.NAMING_ANOTHER.contains(column.replace("\"", ""));
    }

    /** Writes a file of the lake anew, without the rows about the persons, and without the keys that name them. */
    public void rewrite(Path rows, Path target) throws SQLException {
        var stored = new LakeRows(file, rows);
        List<String> columns = stored.texts();
        List<String> emptied = columns.stream()
                .filter(Purging::isNaming)
                .map(key -> "case when stored." + key + PURGED + " then null else stored." + key + " end as " + key)
                .toList();
        stored.write(emptied, "not " + isTheirs(columns), target);
    }

    @Override
    public void close() throws SQLException {
        file.close();
    }
}
