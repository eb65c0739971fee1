package se.trivsel.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.Contract;
import se.trivsel.contract.Source;
import se.trivsel.extract.DeliveredFile;
import se.trivsel.extract.ExtractedRow;
import se.trivsel.extract.HeadingLine;
import se.trivsel.extract.RowBlock;
import se.trivsel.extract.UnreadableDelivery;
import se.trivsel.lake.Assessment;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.lake.FindingCount;
import se.trivsel.normalise.RowOwner;
import se.trivsel.vocabulary.DurableFiles;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.Period;

/**
 * A file with rows of several municipalities, taken apart into one file for each.
 *
 * <p>What its last rows say of all rows is held against all rows, here and only here: nothing is taken in of a file that does not
 * agree. As many files are open at once as municipalities send by the system. Not for use by two threads.
 */
final class Split {
    private final Path path;
    private final Source source;
    private final Contract contract;
    private final Configuration configuration;
    private final Path folder;
    private final Assessment assessment;
    private final SortedMap<MunicipalityCode, Part> parts = new TreeMap<>();
    private List<HeadingLine> headings = List.of();

    private Split(Path path, Source source, Configuration configuration, Path folder) {
        this.path = path;
        this.source = source;
        this.contract = Objects.requireNonNull(configuration.contracts().get(source.dataset()));
        this.configuration = configuration;
        this.folder = folder;
        this.assessment = new Assessment(source);
    }

    /**
     * What came of it.
     *
     * @param parts by whose rows they are; none when the file is refused
     */
    record Result(SortedMap<MunicipalityCode, Path> parts, List<FindingCount> findings) {}

    /**
     * Takes a file apart.
     *
     * @param folder where the parts are written, {@code <code>/<name>}
     * @param before whose rows the file had before: one who has none left gets an empty part, which is refused and told as every
     *     empty file is
     */
    static Result of(
            Path path,
            Source source,
            Period period,
            Collection<MunicipalityCode> before,
            Configuration configuration,
            Path folder)
            throws IOException {
        var split = new Split(path, source, configuration, folder);
        try {
            split.read(period, before);
        } finally {
            for (Part part : split.parts.values()) {
                part.close();
            }
        }
        return split.result();
    }

    private void read(Period period, Collection<MunicipalityCode> before) throws IOException {
        try (DeliveredFile file =
                DeliveredFile.open(() -> Files.newInputStream(path), source.whole(), contract, period)) {
            headings = file.headingLines();
            Set<MunicipalityCode> senders = configuration.senders(contract.kind(), source.system());
            var owner = new RowOwner(source, contract, senders);
            Optional<WholeTotals> totals = WholeTotals.of(file, source.whole(), period, configuration);
            boolean isLast = false;
            while (!isLast) {
                RowBlock block = file.next();
                for (ExtractedRow row : block.rows()) {
                    distribute(row, block, owner);
                }
                totals.ifPresent(sums -> sums.count(block));
                isLast = block.last();
            }
            totals.ifPresent(sums -> assessment.note(sums.differences()));
            for (MunicipalityCode municipality : before) {
                if (senders.contains(municipality)) {
                    part(municipality);
                }
            }
        } catch (UnreadableDelivery unreadable) {
            assessment.note(unreadable.findings());
        }
    }

    private void distribute(ExtractedRow row, RowBlock block, RowOwner owner) throws IOException {
        Optional<MunicipalityCode> whose = owner.of(row);
        if (whose.isEmpty()) {
            assessment.note(owner.whyNobodys(row));
            return;
        }
        part(whose.get()).write(row.line(), block.raw(row));
    }

    private Part part(MunicipalityCode municipality) throws IOException {
        Part known = parts.get(municipality);
        if (known != null) {
            return known;
        }
        Path theirs = folder.resolve(municipality.value());
        DurableFiles.createProtectedFolder(theirs);
        Part part = Part.create(theirs.resolve(String.valueOf(path.getFileName())));
        parts.put(municipality, part);
        for (HeadingLine heading : headings) {
            part.write(heading.line(), heading.text());
        }
        return part;
    }

    private Result result() {
        var paths = new TreeMap<MunicipalityCode, Path>();
        if (assessment.status() == DeliveryManifest.Status.ACCEPTED) {
            parts.forEach((municipality, part) -> paths.put(municipality, part.path()));
        }
        return new Result(paths, assessment.findings());
    }
}
