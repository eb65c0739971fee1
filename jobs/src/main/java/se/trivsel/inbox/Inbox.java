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
import se.trivsel.vocabulary.Period;
import se.trivsel.vocabulary.SourceKind;

/**
 * What lies in the inbox: a folder for each municipality, its name beginning with the municipality's code.
 *
 * <p>Nothing in it is moved or deleted: it belongs to the sender. Hidden files and {@code *.part} are uploads under
 * way and not looked at.
 */
public record Inbox(List<FoundFile> found, List<StrayFile> strays) {
    /** Four digits and no fifth: 20621 is not Mora's 2062. */
    private static final Pattern CODE = Pattern.compile("[0-9]{4}(?![0-9])");

    public Inbox {
        found = List.copyOf(found);
        strays = List.copyOf(strays);
    }

    /** Looks through the folders, in the order of names. */
    public static Inbox look(Path folder, Configuration configuration) throws IOException {
        var found = new ArrayList<FoundFile>();
        var strays = new ArrayList<StrayFile>();
        for (Path entry : entries(folder)) {
            if (!Files.isDirectory(entry)) {
                strays.add(new StrayFile(entry, Optional.empty(), FindingCode.UNKNOWN_FOLDER));
                continue;
            }
            Optional<Municipality> municipality = owner(entry, configuration);
            for (Path file : entries(entry)) {
                if (municipality.isEmpty()) {
                    strays.add(new StrayFile(file, Optional.empty(), FindingCode.UNKNOWN_FOLDER));
                    continue;
                }
                recognise(file, municipality.get(), configuration)
                        .ifPresentOrElse(
                                found::add,
                                () -> strays.add(new StrayFile(
                                        file, Optional.of(municipality.get().code()), FindingCode.UNKNOWN_FILE)));
            }
        }
        return new Inbox(found, strays);
    }

    /** What a file is, by its name and by the systems its municipality uses. */
    public static Optional<FoundFile> recognise(Path file, Municipality municipality, Configuration configuration) {
        return recognise(file, municipality.code(), municipality.systemByKind(), configuration);
    }

    /** What a file is, by its name and by the system of each kind that it may come from. */
    public static Optional<FoundFile> recognise(
            Path file,
            MunicipalityCode municipality,
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
                    Optional<Period> period = pattern.period(name);
                    if (period.isPresent()) {
                        return Optional.of(new FoundFile(file, municipality, kind, source, period.get()));
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

    /** Of municipalities that prepare their deliveries nothing else is taken: it might hold what was not to leave them. */
    public Inbox onlyPreparedFrom(Predicate<MunicipalityCode> prepares) {
        Map<Boolean, List<FoundFile>> byPlain = found.stream()
                .collect(Collectors.partitioningBy(file -> !file.isPrepared() && prepares.test(file.municipality())));
        Stream<StrayFile> plain = byPlain.getOrDefault(true, List.of()).stream()
                .map(file -> new StrayFile(file.path(), Optional.of(file.municipality()), FindingCode.NOT_PREPARED));
        return new Inbox(
                byPlain.getOrDefault(false, List.of()),
                Stream.concat(strays.stream(), plain).toList());
    }

    /** What lies in either of two places. */
    public Inbox and(Inbox other) {
        return new Inbox(
                Stream.concat(found.stream(), other.found.stream()).toList(),
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
