package se.trivsel.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.Source;
import se.trivsel.extract.UnreadableDelivery;
import se.trivsel.inbox.Archive;
import se.trivsel.inbox.FoundFile;
import se.trivsel.inbox.Json;
import se.trivsel.inbox.NamedFile;
import se.trivsel.lake.Assessment;
import se.trivsel.vocabulary.DurableFiles;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.Period;
import se.trivsel.vocabulary.Place;
import se.trivsel.vocabulary.SourceKind;

/**
 * Looks into files that cannot be taken in by their names alone: what time they cover, and whose rows they have.
 *
 * <p>What a file told is remembered when what came of it is archived, in {@code .seen.json}: an unchanged file costs its hash, and
 * after a kill it is read once more. To have everything read again, delete that file. Not for use by two threads.
 */
public final class Contents {
    private final Path folder;
    private final Path memory;
    private final Configuration configuration;
    private final Map<String, Seen> seenByPath = new LinkedHashMap<>();

    /** The file that remembers. */
    private record Memory(List<Seen> seen) {}

    private Contents(Path folder, Configuration configuration) {
        this.folder = folder;
        this.memory = folder.resolve(".seen.json");
        this.configuration = configuration;
    }

    public static Contents open(Path folder, Configuration configuration) throws IOException {
        var contents = new Contents(folder, configuration);
        if (Files.exists(contents.memory)) {
            Json.read(Files.readAllBytes(contents.memory), Memory.class)
                    .seen()
                    .forEach(seen -> contents.seenByPath.put(seen.path(), seen));
        }
        return contents;
    }

    /** Looks into a file, unless it is as it was. */
    public Sorted sort(NamedFile file) throws IOException {
        try {
            String sha256 = Archive.hash(file.path());
            Optional<Seen> before = Optional.ofNullable(seenByPath.get(key(file.path())));
            String rules = rules(file.source(), file.kind());
            if (before.filter(seen -> seen.isOf(sha256, rules)).isPresent()) {
                return new Sorted(file, before, itself(file, before.get()), false);
            }
            Sorted sorted = look(file, sha256, rules, before);
            return sha256.equals(Archive.hash(file.path())) ? sorted : unfinished(file);
        } catch (NoSuchFileException vanished) {
            return unfinished(file);
        }
    }

    private static Sorted unfinished(NamedFile file) {
        return new Sorted(file, Optional.empty(), List.of(), true);
    }

    private Sorted look(NamedFile file, String sha256, String rules, Optional<Seen> before) throws IOException {
        var assessment = new Assessment(file.source());
        Optional<Period> period = file.period().isPresent() ? file.period() : period(file, assessment);
        List<MunicipalityCode> earlier = before.map(Seen::parts).orElse(List.of());
        if (period.isEmpty() || file.source().sharing().isEmpty()) {
            var seen = new Seen(key(file.path()), sha256, rules, period, earlier, assessment.findings());
            return new Sorted(file, Optional.of(seen), itself(file, seen), true);
        }
        Split.Result split = Split.of(
                file.path(),
                file.source(),
                period.get(),
                earlier,
                configuration,
                partsOf(file.kind()).resolve(file.source().system()));
        List<MunicipalityCode> whose =
                split.parts().isEmpty() ? earlier : List.copyOf(split.parts().keySet());
        var seen = new Seen(key(file.path()), sha256, rules, period, whose, split.findings());
        List<FoundFile> parts = split.parts().entrySet().stream()
                .map(part -> new FoundFile(part.getValue(), part.getKey(), file.kind(), file.source(), period.get()))
                .toList();
        return new Sorted(file, Optional.of(seen), parts, true);
    }

    private Optional<Period> period(NamedFile file, Assessment assessment) throws IOException {
        Source source = file.source();
        try {
            Optional<Period> period = PeriodInFile.read(
                    () -> Files.newInputStream(file.path()),
                    source,
                    Objects.requireNonNull(configuration.contracts().get(source.dataset())));
            if (period.isEmpty()) {
                assessment.note(new Finding(FindingCode.PERIOD_NOT_FOUND, Place.WHOLE_FILE));
            }
            return period;
        } catch (UnreadableDelivery unreadable) {
            assessment.note(unreadable.findings());
            return Optional.empty();
        }
    }

    /** The file of one municipality, once its period is known; one with rows of several is never received itself. */
    private static List<FoundFile> itself(NamedFile file, Seen seen) {
        return file
                .municipality()
                .flatMap(sender -> seen.period()
                        .map(period -> new FoundFile(file.path(), sender, file.kind(), file.source(), period)))
                .stream()
                .toList();
    }

    private String rules(Source source, SourceKind kind) {
        return configuration.rulesVersion(source)
                + (source.sharing().isPresent() ? configuration.senders(kind, source.system()) : "");
    }

    /** Remembers what was seen, once all that came of it is archived. */
    public void remember(Collection<Sorted> sorted) throws IOException {
        if (sorted.stream().noneMatch(Sorted::isNew)) {
            return;
        }
        sorted.forEach(one -> one.seen().ifPresent(seen -> seenByPath.put(seen.path(), seen)));
        seenByPath.keySet().removeIf(path -> !Files.exists(Path.of(path)));
        DurableFiles.createProtectedFolder(folder);
        DurableFiles.write(memory, Json.write(new Memory(List.copyOf(seenByPath.values()))));
    }

    /** Deletes parts of one kind: when they are archived, and what a killed run left behind. */
    public void clear(SourceKind kind) throws IOException {
        Path parts = partsOf(kind);
        if (!Files.exists(parts)) {
            return;
        }
        try (Stream<Path> files = Files.walk(parts)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    private Path partsOf(SourceKind kind) {
        return folder.resolve(kind.code());
    }

    /** What there is still to tell about files that were looked into before. */
    public List<LeftFile> left(Collection<NamedFile> files) {
        return files.stream()
                .flatMap(file -> Optional.ofNullable(seenByPath.get(key(file.path()))).stream()
                        .flatMap(seen -> new Sorted(file, Optional.of(seen), List.of(), false).left().stream()))
                .toList();
    }

    private static String key(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }
}
