package se.trivsel.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.trivsel.vocabulary.DurableFiles;

/**
 * What each release hid, with the numbers: somebody may have kept a release, and hold the next one against it.
 *
 * <p>Releases are pruned, this is not. Each file has what its release hid and those before had not, or had with other
 * numbers; a release as of an earlier day is held against those of its own day and before. Made again, a release is held
 * against what it was held against then: what was hidden later is left out.
 */
public final class Withheld {
    private static final Pattern NAME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.(\\d+)\\.parquet");
    private static final String KEY = "measure_code, municipality_code, group_code, period_type, period_start";

    private final Path folder;

    public Withheld(Path folder) {
        this.folder = folder;
    }

    private record HiddenBy(LocalDate asOf, int number, Path file) {
        static Stream<HiddenBy> of(Path file) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            return name.matches()
                    ? Stream.of(new HiddenBy(LocalDate.parse(name.group(1)), Integer.parseInt(name.group(2)), file))
                    : Stream.empty();
        }
    }

    /** Fills {@code meta.withheld} with what the releases before the stamp's hid last. */
    void load(AnalystFile warehouse, ReleaseStamp stamp) throws SQLException {
        List<Path> before = before(stamp);
        if (before.isEmpty()) {
            return;
        }
        String files = before.stream()
                .map(file -> AnalystFile.quoted(file.toString()))
                .collect(Collectors.joining(", ", "[", "]"));
        // Files from before the time was kept have no such column.
        warehouse.execute("""
                insert into meta.withheld by name
                select * exclude (filename, hidden_at)
                from (
                    select null::timestamp as hidden_at where false
                    union all by name
                    select * from read_parquet(%1$s, union_by_name = true, filename = true)
                ) as hidden
                where hidden_at is null or hidden_at < timestamp '%3$s'
                qualify row_number() over (
                    partition by %2$s, definition_version
                    order by list_position(%1$s, filename) desc
                ) = 1
                """.formatted(files, KEY, LocalDateTime.ofInstant(stamp.publishedAt(), ZoneOffset.UTC)));
    }

    private List<Path> before(ReleaseStamp stamp) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(HiddenBy::of)
                    .filter(hidden -> !hidden.asOf().isAfter(stamp.asOf()))
                    .filter(hidden -> !hidden.file().equals(fileOf(stamp.releaseId())))
                    .sorted(Comparator.comparing(HiddenBy::asOf).thenComparing(HiddenBy::number))
                    .map(HiddenBy::file)
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException("Cannot list " + folder, cause);
        }
    }

    /**
     * Keeps what a built warehouse hides, before it is published: a release must not be seen that nothing is known of.
     *
     * <p>Twelve months that are made of months are left out: what was hidden of them is their months.
     */
    public void keep(Path analystFile, String releaseId, Limits limits) throws SQLException, IOException {
        DurableFiles.createProtectedFolder(folder);
        Path target = fileOf(releaseId);
        Path temporary = DurableFiles.temporaryBeside(target);
        try (var warehouse = AnalystFile.open(analystFile, limits)) {
            warehouse.execute("""
                    create temp table newly_hidden as
                    select
                        %1$s,
                        figure.definition_version,
                        figure.numerator,
                        figure.denominator,
                        figure.group_size
                    from value.measure_value as shown
                    inner join judged.figure as figure using (%1$s)
                    where shown.status = 'suppressed'
                        and not (
                            period_type = 'rolling_12'
                            and measure_code in (select measure_code from meta.measure_period where period_type = 'month')
                        )
                    except
                    select %1$s, definition_version, numerator, denominator, group_size
                    from meta.withheld
                    """.formatted(KEY));
            if (hasRows(warehouse.connection())) {
                warehouse.execute("copy (select newly_hidden.*, release.published_at as hidden_at"
                        + " from newly_hidden cross join meta.release order by all) to "
                        + AnalystFile.quoted(temporary.toString()) + " (format parquet, compression zstd)");
                DurableFiles.commit(temporary, target);
            }
        }
    }

    private static boolean hasRows(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet any = statement.executeQuery("select 1 from newly_hidden limit 1")) {
            return any.next();
        }
    }

    private Path fileOf(String releaseId) {
        return folder.resolve(releaseId + ".parquet");
    }
}
