package se.trivsel.contract;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.SourceKind;

/** Makes municipalities of their files, and checks that each has one file and sends from systems that there are. */
final class MunicipalityReader {
    private final Map<SystemName, List<Source>> sources;
    private final Map<SystemName, Map<String, Optional<Due>>> dueBySystem;
    private final Set<SystemName> systems;
    private final Map<String, String> fileByCode = new HashMap<>();

    /**
     * Reads municipalities that send from some systems.
     *
     * @param sources for each system what is whole of its descriptions
     * @param dueBySystem for each system the datasets that it delivers, and when they are due where its sources say so
     */
    MunicipalityReader(Map<SystemName, List<Source>> sources, Map<SystemName, Map<String, Optional<Due>>> dueBySystem) {
        this.sources = sources;
        this.dueBySystem = dueBySystem;
        this.systems = sources.keySet();
    }

    Municipality read(Entry root) {
        String code = root.text("code");
        if (!root.fileName().matches(code + "-[a-z0-9-]+")) {
            root.at("code")
                    .problem("the file's name must begin with it; call it " + code
                            + "-<name>.yaml, with a-z, 0-9 and -");
        }
        String other = fileByCode.putIfAbsent(code, root.file());
        if (other != null) {
            root.at("code").problem(other + " has the same code; keep one of the files");
        }
        var systemByKind = new EnumMap<SourceKind, String>(SourceKind.class);
        var due = new HashMap<String, Optional<Due>>();
        for (SourceKind kind : SourceKind.values()) {
            if (root.at("sends").has(kind.code())) {
                Entry system = root.at("sends").at(kind.code());
                systemByKind.put(kind, system.text());
                refuseUnknown(kind, system);
                due.putAll(dueBySystem.getOrDefault(new SystemName(kind, system.text()), Map.of()));
            }
        }
        boolean isKnown = systemByKind.entrySet().stream()
                .allMatch(sent -> systems.contains(new SystemName(sent.getKey(), sent.getValue())));
        if (isKnown) {
            CalendarReader.refuseUnknown(root, due.keySet());
        }
        return new Municipality(
                new MunicipalityCode(code),
                root.text("name"),
                systemByKind,
                CalendarReader.calendar(root, due),
                FetchReader.read(root, fileName -> isTaken(fileName, systemByKind)));
    }

    private boolean isTaken(String fileName, Map<SourceKind, String> systemByKind) {
        return systemByKind.entrySet().stream()
                .flatMap(entry ->
                        sources.getOrDefault(new SystemName(entry.getKey(), entry.getValue()), List.of()).stream())
                .filter(source -> source.sharing().isEmpty())
                .flatMap(source -> source.files().stream())
                .anyMatch(pattern -> pattern.takes(fileName));
    }

    private void refuseUnknown(SourceKind kind, Entry system) {
        if (!systems.contains(new SystemName(kind, system.text()))) {
            var known = systems.stream()
                    .filter(name -> name.kind() == kind)
                    .map(SystemName::name)
                    .toList();
            String guess = Similar.didYouMean(system.text(), known);
            system.problem("no such system " + system.text() + " in sources/" + kind.code()
                    + (guess.isEmpty() ? "; describe what it sends there, a file for each dataset" : guess));
        }
    }
}
