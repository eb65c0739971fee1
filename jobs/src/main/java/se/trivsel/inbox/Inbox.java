package se.trivsel.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.FilePattern;
import se.trivsel.contract.Municipality;
import se.trivsel.contract.Source;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.SourceKind;

/**
 * What lies in the inbox: a folder for each municipality, its name beginning with the municipality's code; and one for each
 * system whose files have rows of several municipalities, named as the system.
 *
 * <p>Nothing in it is moved or deleted: it belongs to the sender. Hidden files and {@code *.part} are uploads under
 * way and not looked at.
 *
 * @param unsorted files of which the content has to be known before they can be taken in
 */
public record Inbox(List<FoundFile> found, List<NamedFile> unsorted, List<StrayFile> strays) {
    public static final Inbox EMPTY = new Inbox(List.of(), List.of(), List.of());

    /** Four digits and no fifth: 20621 is not Mora's 2062. */
    private static final Pattern CODE = Pattern.compile("[0-9]{4}(?![0-9])");

    public Inbox {
        found = List.copyOf(found);
        unsorted = List.copyOf(unsorted);
        strays = List.copyOf(strays);
    }

    /** Looks through the folders, in the order of names. */
    public static Inbox look(Path folder, Configuration configuration) throws IOException {
        var found = new ArrayList<FoundFile>();
        var unsorted = new ArrayList<NamedFile>();
        var strays = new ArrayList<StrayFile>();
        for (Path entry : entries(folder)) {
            if (!Files.isDirectory(entry)) {
                strays.add(new StrayFile(entry, Optional.empty(), FindingCode.UNKNOWN_FOLDER));
                continue;
            }
            Optional<Municipality> municipality = owner(entry, configuration);
            boolean isKnown = municipality.isPresent() || isShared(entry, configuration);
            for (Path file : entries(entry)) {
                Optional<NamedFile> named = municipality.isPresent()
                        ? recognise(file, municipality.get(), configuration)
                        : recogniseShared(file, entry, configuration);
                Optional<FoundFile> whole = named.flatMap(NamedFile::found);
                if (whole.isPresent()) {
                    found.add(whole.get());
                } else if (named.isPresent()) {
                    unsorted.add(named.get());
                } else {
                    strays.add(new StrayFile(
                            file,
                            municipality.map(Municipality::code),
                            isKnown ? FindingCode.UNKNOWN_FILE : FindingCode.UNKNOWN_FOLDER));
                }
            }
        }
        return new Inbox(found, unsorted, strays);
    }

    /**
     * What a file of one municipality is, by its name and by the systems that the municipality uses.
     *
     * <p>One of a system whose files have rows of several is not among them: in one municipality's archive it would bring
     * the others' rows.
     */
    public static Optional<NamedFile> recognise(Path file, Municipality municipality, Configuration configuration) {
        return recognise(file, municipality.code(), municipality.systemByKind(), configuration)
                .filter(named -> named.source().sharing().isEmpty());
    }

    private static Optional<NamedFile> recogniseShared(Path file, Path folder, Configuration configuration) {
        return recognise(file, Optional.empty(), systems(folder), configuration)
                .filter(named -> named.source().sharing().isPresent());
    }

    /** Whether a system that is called as the folder has files with rows of several municipalities. */
    private static boolean isShared(Path folder, Configuration configuration) {
        return systems(folder).entrySet().stream()
                .flatMap(system -> configuration.sources(system.getKey(), system.getValue()).stream())
                .anyMatch(source -> source.sharing().isPresent());
    }

    private static Map<SourceKind, String> systems(Path folder) {
        String name = String.valueOf(folder.getFileName());
        return Stream.of(SourceKind.values()).collect(Collectors.toMap(kind -> kind, kind -> name));
    }

    /** What a file is, by its name and by the system of each kind that it may come from. */
    public static Optional<NamedFile> recognise(
            Path file,
            MunicipalityCode municipality,
            Map<SourceKind, String> systemByKind,
            Configuration configuration) {
        return recognise(file, Optional.of(municipality), systemByKind, configuration);
    }

    private static Optional<NamedFile> recognise(
            Path file,
            Optional<MunicipalityCode> municipality,
            Map<SourceKind, String> systemByKind,
            Configuration configuration) {
        String name = String.valueOf(file.getFileName());
        for (SourceKind kind : SourceKind.values()) {
            String system = systemByKind.get(kind);
            if (system == null) {
                continue;
            }
            for (Source source : configuration.sources(kind, system)) {
                for (FilePattern pattern : source.files()) {
                    if (pattern.takes(name)) {
                        return Optional.of(new NamedFile(file, municipality, kind, source, pattern.period(name)));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The files of which another folder of the same municipality holds one of the same name. */
    public Set<Path> namesakes() {
        return found.stream()
                .collect(Collectors.groupingBy(file ->
                        List.of(file.municipality(), String.valueOf(file.path().getFileName()))))
                .values()
                .stream()
                .filter(same -> same.size() > 1)
                .flatMap(same -> same.stream().map(FoundFile::path))
                .collect(Collectors.toSet());
    }

    /** With files of which the content told the rest. */
    public Inbox and(List<FoundFile> sorted) {
        return and(new Inbox(sorted, List.of(), List.of()));
    }

    /** Of municipalities that prepare their deliveries nothing else is taken: it might hold what was not to leave them. */
    public Inbox onlyPreparedFrom(Predicate<MunicipalityCode> prepares) {
        Map<Boolean, List<FoundFile>> byPlain = found.stream()
                .collect(Collectors.partitioningBy(file -> !file.isPrepared() && prepares.test(file.municipality())));
        Map<Boolean, List<NamedFile>> unsortedByPlain = unsorted.stream()
                .collect(Collectors.partitioningBy(
                        file -> file.municipality().filter(prepares).isPresent()));
        Stream<StrayFile> plain = Stream.concat(
                byPlain.getOrDefault(true, List.of()).stream()
                        .map(file -> notPrepared(file.path(), file.municipality())),
                unsortedByPlain.getOrDefault(true, List.of()).stream()
                        .map(file ->
                                notPrepared(file.path(), file.municipality().orElseThrow())));
        return new Inbox(
                byPlain.getOrDefault(false, List.of()),
                unsortedByPlain.getOrDefault(false, List.of()),
                Stream.concat(strays.stream(), plain).toList());
    }

    private static StrayFile notPrepared(Path path, MunicipalityCode municipality) {
        return new StrayFile(path, Optional.of(municipality), FindingCode.NOT_PREPARED);
    }

    /** What lies in either of two places. */
    public Inbox and(Inbox other) {
        return new Inbox(
                Stream.concat(found.stream(), other.found.stream()).toList(),
                Stream.concat(unsorted.stream(), other.unsorted.stream()).toList(),
                Stream.concat(strays.stream(), other.strays.stream()).toList());
    }

    /** Whose folder it is. */
    public static Optional<Municipality> owner(Path folder, Configuration configuration) {
        String name = String.valueOf(folder.getFileName());
        Matcher code = CODE.matcher(name);
        if (!code.lookingAt()) {
            return Optional.empty();
        }
        return Optional.ofNullable(configuration.municipalities().get(new MunicipalityCode(code.group())));
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Inbox::isFinished).sorted().toList();
        }
    }

    /** Whether a file is looked at. */
    public static boolean isFinished(Path path) {
        String name = String.valueOf(path.getFileName());
        return !name.startsWith(".") && !name.endsWith(".part");
    }
}
