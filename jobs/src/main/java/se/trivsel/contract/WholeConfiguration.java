package se.trivsel.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.SourceKind;

/** A configuration in which no problem was found. */
record WholeConfiguration(
        SortedMap<String, Contract> contracts,
        SortedMap<String, CodeList> codeLists,
        SortedMap<MunicipalityCode, Municipality> municipalities,
        SortedMap<String, Measure> measures,
        SortedMap<String, String> parameters,
        Law law,
        List<CaseWeightEdition> caseWeights,
        List<ActionPlan> actionPlans,
        List<ListedSupplier> suppliers,
        List<Population> populations,
        OfficialStatistics officialStatistics,
        List<PeerDivision> peerDivisions,
        SortedMap<SystemName, List<Source>> sourcesBySystem,
        SortedMap<String, String> texts)
        implements Configuration {
    /** How the program itself reads cells. Raise it when a change there makes another row of the same line. */
    private static final String READING_RULES = "2";

    WholeConfiguration {
        contracts = Collections.unmodifiableSortedMap(new TreeMap<>(contracts));
        codeLists = Collections.unmodifiableSortedMap(new TreeMap<>(codeLists));
        municipalities = Collections.unmodifiableSortedMap(new TreeMap<>(municipalities));
        measures = Collections.unmodifiableSortedMap(new TreeMap<>(measures));
        caseWeights = List.copyOf(caseWeights);
        actionPlans = List.copyOf(actionPlans);
        suppliers = List.copyOf(suppliers);
        populations = List.copyOf(populations);
        peerDivisions = List.copyOf(peerDivisions);
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        sourcesBySystem = Collections.unmodifiableSortedMap(new TreeMap<>(sourcesBySystem));
    }

    @Override
    public List<Source> sources(SourceKind kind, String system) {
        return sourcesBySystem.getOrDefault(new SystemName(kind, system), List.of());
    }

    /** Labels and descriptions do not count: no delivery is read again because of a better wording. */
    @Override
    public String rulesVersion(Source source) {
        Contract contract = Optional.ofNullable(contracts.get(source.dataset()))
                .orElseThrow(() -> new IllegalArgumentException("No contract " + source.dataset()));
        return Fingerprint.of(READING_RULES, source, withoutWords(contract), codesByList(contract));
    }

    @Override
    public String contractVersion(Contract contract) {
        return Fingerprint.of(READING_RULES, withoutWords(contract), codesByList(contract));
    }

    private SortedMap<String, SortedSet<String>> codesByList(Contract contract) {
        var codesByList = new TreeMap<String, SortedSet<String>>();
        for (Column column : contract.columns()) {
            if (column.type() instanceof ColumnType.Code code) {
                CodeList list = Optional.ofNullable(codeLists.get(code.list()))
                        .orElseThrow(() -> new IllegalArgumentException("No code list " + code.list()));
                codesByList.put(list.name(), new TreeSet<>(list.labelByCode().keySet()));
            }
        }
        return codesByList;
    }

    @Override
    public String catalogueVersion() {
        var codesInOrder = new ArrayList<List<String>>();
        codeLists
                .values()
                .forEach(list -> codesInOrder.add(List.copyOf(list.labelByCode().keySet())));
        return Fingerprint.of(
                contracts,
                codeLists,
                codesInOrder,
                withoutFetches(),
                measures,
                parameters,
                law,
                caseWeights,
                actionPlans,
                suppliers,
                populations,
                officialStatistics,
                peerDivisions);
    }

    /** How a file came here says nothing about what it means. */
    private List<Municipality> withoutFetches() {
        return municipalities.values().stream()
                .map(municipality ->
                        new Municipality(municipality.code(), municipality.name(), municipality.systemByKind()))
                .toList();
    }

    private static Contract withoutWords(Contract contract) {
        List<Column> columns =
                contract.columns().stream().map(Column::withoutLabel).toList();
        return new Contract(
                contract.dataset(), contract.kind(), "", "", "", contract.key(), contract.intervals(), columns);
    }
}
