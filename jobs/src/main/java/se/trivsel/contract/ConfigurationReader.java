package se.trivsel.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.SourceKind;

/**
 * Reads a configuration folder and finds everything that is wrong with it.
 *
 * <p>A file that cannot be read is reported once; what refers to it is taken on trust, so that one mistake gives one
 * problem.
 */
public final class ConfigurationReader {
    private static final List<String> FOLDERS =
            List.of("contracts", "codes", "municipalities", "sources", "measures", "peers", "schema");
    private static final String PARAMETERS = "parameters.yaml";
    private static final String LAW = "law.yaml";
    private static final String CASE_WEIGHTS = "case_weights.yaml";
    private static final String ACTION_PLANS = "action_plans.yaml";
    private static final String SUPPLIERS = "suppliers.yaml";
    private static final String POPULATION = "population.yaml";
    private static final String OFFICIAL_FIGURES = "official_figures.yaml";

    private final ConfigurationFolder folder;
    private final SortedMap<String, Optional<CodeList>> codeLists = new TreeMap<>();
    private final SortedMap<String, Optional<Contract>> contracts = new TreeMap<>();
    private final SortedMap<SystemName, List<Source>> sourcesBySystem = new TreeMap<>();
    private final SortedMap<SystemName, Map<String, Optional<Due>>> dueBySystem = new TreeMap<>();
    private final SortedMap<MunicipalityCode, Municipality> municipalities = new TreeMap<>();
    private final SortedMap<String, Measure> measures = new TreeMap<>();
    private final SortedMap<String, String> parameters = new TreeMap<>();
    private Law law = Law.NONE;
    private List<CaseWeightEdition> caseWeights = List.of();
    private List<ActionPlan> actionPlans = List.of();
    private List<ListedSupplier> suppliers = List.of();
    private List<Population> populations = List.of();
    private OfficialStatistics officialStatistics = OfficialStatistics.NONE;
    private final List<PeerDivision> peerDivisions = new ArrayList<>();

    private ConfigurationReader(Path folder) {
        this.folder = new ConfigurationFolder(folder);
    }

    /**
     * The configuration in a folder; an absent subfolder is an empty one.
     *
     * @throws InvalidConfiguration with all problems, when there is one
     */
    public static Configuration read(Path folder) {
        var reader = new ConfigurationReader(folder);
        reader.readAll();
        return reader.whole();
    }

    /**
     * As {@link #read}, for a run: it also has to say whose deliveries to read, how, and what to make of them.
     *
     * @throws InvalidConfiguration with all problems, when there is one
     */
    public static Configuration readForRun(Path folder) {
        var reader = new ConfigurationReader(folder);
        reader.readAll();
        reader.refuseEmpty();
        return reader.whole();
    }

    private void readAll() {
        checkFolders();
        for (String file : folder.files("codes")) {
            codeLists.put(name(file), folder.open(file, Structure.CODES).map(CodeListReader::read));
        }
        for (String file : folder.files("contracts")) {
            contracts.put(
                    name(file),
                    folder.open(file, Structure.CONTRACT).map(root -> ContractReader.read(root, codeLists)));
        }
        readSources();
        readMunicipalities();
        var measureCodes =
                folder.files("measures").stream().map(ConfigurationReader::name).collect(Collectors.toSet());
        for (String file : folder.files("measures")) {
            folder.open(file, Structure.MEASURE)
                    .map(root -> MeasureReader.read(root, contracts.keySet(), measureCodes))
                    .ifPresent(measure -> measures.put(measure.code(), measure));
        }
        var peerReader = new PeerDivisionReader();
        for (String file : folder.files("peers")) {
            folder.open(file, Structure.PEERS).map(peerReader::read).ifPresent(peerDivisions::add);
        }
        if (folder.has(PARAMETERS)) {
            folder.open(PARAMETERS, Structure.PARAMETERS)
                    .ifPresent(root -> parameters.putAll(root.words("parameters")));
        }
        if (folder.has(LAW)) {
            folder.open(LAW, Structure.LAW).ifPresent(root -> law = LawReader.read(root, measures.keySet()));
        }
        if (folder.has(CASE_WEIGHTS)) {
            folder.open(CASE_WEIGHTS, Structure.CASE_WEIGHTS)
                    .ifPresent(root -> caseWeights = CaseWeightReader.read(root));
        }
        if (folder.has(ACTION_PLANS)) {
            folder.open(ACTION_PLANS, Structure.ACTION_PLANS)
                    .ifPresent(root -> actionPlans = ActionPlanReader.read(root));
        }
        if (folder.has(SUPPLIERS)) {
            folder.open(SUPPLIERS, Structure.SUPPLIERS).ifPresent(root -> suppliers = SupplierReader.read(root));
        }
        if (folder.has(POPULATION)) {
            folder.open(POPULATION, Structure.POPULATION).ifPresent(root -> populations = PopulationReader.read(root));
        }
        if (folder.has(OFFICIAL_FIGURES)) {
            folder.open(OFFICIAL_FIGURES, Structure.OFFICIAL_FIGURES)
                    .ifPresent(root -> officialStatistics = OfficialStatisticsReader.read(root, measures));
        }
    }

    private void checkFolders() {
        if (!folder.has("contracts")) {
            folder.problem("contracts", "is missing; is this the configuration folder?");
        }
        folder.folders("").stream()
                .filter(name -> !FOLDERS.contains(name))
                .filter(name -> !Similar.didYouMean(name, FOLDERS).isEmpty())
                .forEach(name -> folder.problem(name, "is not read" + Similar.didYouMean(name, FOLDERS)));
    }

    private void readSources() {
        folder.refuseFiles("sources");
        var kinds = Stream.of(SourceKind.values()).map(SourceKind::code).toList();
        folder.folders("sources").stream()
                .filter(kind -> !kinds.contains(kind))
                .forEach(kind -> folder.problem(
                        "sources/" + kind, "is not a kind of system; there are " + String.join(", ", kinds)));
        for (SourceKind kind : SourceKind.values()) {
            String place = "sources/" + kind.code();
            folder.refuseFiles(place);
            folder.folders(place).forEach(system -> readSystem(new SystemName(kind, system)));
        }
    }

    private void readSystem(SystemName system) {
        var sources = new ArrayList<Source>();
        var due = new TreeMap<String, Optional<Due>>();
        var fileNames = new FileNames();
        for (String file : folder.files("sources/" + system.kind().code() + "/" + system.name())) {
            due.put(name(file), Optional.empty());
            folder.open(file, Structure.SOURCE).ifPresent(root -> {
                Source source = SourceReader.read(system.name(), root);
                checkSource(system, root);
                checkFileNames(root, source, fileNames);
                sources.add(source);
                if (root.has("due")) {
                    due.put(source.dataset(), Optional.of(CalendarReader.due(root.at("due"))));
                }
            });
        }
        dueBySystem.put(system, due);
        sourcesBySystem.put(system, List.copyOf(sources));
    }

    private void checkSource(SystemName system, Entry root) {
        Entry delivers = root.at("delivers");
        if (!delivers.text().equals(root.fileName())) {
            delivers.problem("is not the file's name; call the file " + delivers.text() + ".yaml");
        }
        if (!contracts.containsKey(delivers.text())) {
            delivers.problem("no such contract " + delivers.text() + " in contracts"
                    + Similar.didYouMean(delivers.text(), contracts.keySet()));
        }
        contracts.getOrDefault(delivers.text(), Optional.empty()).ifPresent(contract -> {
            if (contract.kind() != system.kind()) {
                delivers.problem("the contract " + contract.dataset() + " is of kind "
                        + contract.kind().code() + "; move the file to sources/"
                        + contract.kind().code() + "/" + system.name());
            }
            new SourceCheck(root, contract, codeLists).run();
        });
    }

    private static void checkFileNames(Entry root, Source source, FileNames fileNames) {
        for (FilePattern pattern : source.files()) {
            fileNames
                    .holder(pattern)
                    .ifPresent(other -> root.list("files").stream()
                            .filter(entry -> entry.text().equals(pattern.text()))
                            .forEach(entry -> entry.problem("takes the same files as " + other
                                    + "; a file must belong to one dataset of a system")));
            fileNames.add(pattern, source.dataset());
        }
    }

    private void readMunicipalities() {
        var reader = new MunicipalityReader(sourcesBySystem, dueBySystem);
        for (String file : folder.files("municipalities")) {
            folder.open(file, Structure.MUNICIPALITY).ifPresent(root -> {
                Municipality municipality = reader.read(root);
                checkFileNames(root.at("sends"), municipality);
                municipalities.put(municipality.code(), municipality);
            });
        }
    }

    /** Two systems that never met may give their files the same name, until a municipality uses both. */
    private void checkFileNames(Entry sends, Municipality municipality) {
        var earlier = new FileNames();
        for (SourceKind kind : SourceKind.values()) {
            var sources = Optional.ofNullable(municipality.systemByKind().get(kind))
                    .map(system -> sourcesBySystem.getOrDefault(new SystemName(kind, system), List.of()))
                    .orElse(List.of());
            var here = new FileNames();
            for (Source source : sources) {
                for (FilePattern pattern : source.files()) {
                    earlier.holder(pattern)
                            .ifPresent(other -> sends.at(kind.code())
                                    .problem("its files " + pattern.text() + " take the same names as " + other
                                            + "; rename the files of one of the systems"));
                    here.add(pattern, kind.code() + "/" + source.system());
                }
            }
            earlier.addAll(here);
        }
    }

    private void refuseEmpty() {
        Stream.of("contracts", "municipalities", "sources", "measures")
                .filter(folder::isEmpty)
                .forEach(name -> folder.problem(name, "holds nothing to run with; fill it or name another folder"));
    }

    private Configuration whole() {
        folder.refuseProblems();
        return new WholeConfiguration(
                present(contracts),
                present(codeLists),
                municipalities,
                measures,
                parameters,
                law,
                caseWeights,
                actionPlans,
                suppliers,
                populations,
                officialStatistics,
                peerDivisions,
                sourcesBySystem,
                folder.texts());
    }

    private static <T> SortedMap<String, T> present(SortedMap<String, Optional<T>> things) {
        var present = new TreeMap<String, T>();
        things.forEach((name, thing) -> thing.ifPresent(found -> present.put(name, found)));
        return present;
    }

    private static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.yaml$", "");
    }
}
