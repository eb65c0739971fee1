package se.trivsel.warehouse;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import se.trivsel.contract.ActionPlan;
import se.trivsel.contract.CaseWeightEdition;
import se.trivsel.contract.CodeList;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.ConfigurationReader;
import se.trivsel.contract.Contract;
import se.trivsel.contract.Law;
import se.trivsel.contract.ListedSupplier;
import se.trivsel.contract.Measure;
import se.trivsel.contract.Municipality;
import se.trivsel.contract.OfficialStatistics;
import se.trivsel.contract.PeerDivision;
import se.trivsel.contract.Population;
import se.trivsel.contract.Source;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.SourceKind;

/** The project's own contracts and code lists, with the municipalities, measures and parameters that a test gives. */
public record GivenConfiguration(
        SortedMap<String, Contract> contracts,
        SortedMap<String, CodeList> codeLists,
        SortedMap<MunicipalityCode, Municipality> municipalities,
        SortedMap<String, Measure> measures,
        Map<String, String> parameters)
        implements Configuration {

    public static GivenConfiguration of(
            List<Municipality> municipalities, List<Measure> measures, Map<String, String> parameters) {
        Configuration ours = ConfigurationReader.read(Repository.path("config"));
        return new GivenConfiguration(
                ours.contracts(),
                ours.codeLists(),
                sorted(municipalities, Municipality::code),
                sorted(measures, Measure::code),
                parameters);
    }

    @Override
    public Law law() {
        return Law.NONE;
    }

    @Override
    public List<CaseWeightEdition> caseWeights() {
        return List.of();
    }

    @Override
    public List<ActionPlan> actionPlans() {
        return List.of();
    }

    @Override
    public List<ListedSupplier> suppliers() {
        return List.of();
    }

    @Override
    public List<Population> populations() {
        return List.of();
    }

    @Override
    public OfficialStatistics officialStatistics() {
        return OfficialStatistics.NONE;
    }

    @Override
    public List<PeerDivision> peerDivisions() {
        return List.of();
    }

    @Override
    public SortedMap<String, String> texts() {
        return new TreeMap<>();
    }

    @Override
    public List<Source> sources(SourceKind kind, String system) {
        return List.of();
    }

    @Override
    public String rulesVersion(Source source) {
        return "given";
    }

    @Override
    public String contractVersion(Contract contract) {
        return "given";
    }

    @Override
    public String catalogueVersion() {
        return "given";
    }

    private static <K extends Comparable<K>, V> SortedMap<K, V> sorted(List<V> values, Function<V, K> key) {
        var sorted = new TreeMap<K, V>();
        values.forEach(value -> sorted.put(key.apply(value), value));
        return sorted;
    }
}
