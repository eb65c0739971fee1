package se.trivsel.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.SourceKind;

/**
 * Everything under the configuration folder that says what data means, read and found whole.
 *
 * <p>It does not change while the program runs: {@link #rulesVersion} goes into every manifest, so that a delivery is
 * read again when the rules for it have changed.
 */
public interface Configuration {
    SortedMap<String, Contract> contracts();

    SortedMap<String, CodeList> codeLists();

    SortedMap<MunicipalityCode, Municipality> municipalities();

    SortedMap<String, Measure> measures();

    /** Named numbers and words that SQL reads, such as the month of the turnover snapshot. */
    Map<String, String> parameters();

    /** Limits set by law, and breaks of series. */
    Law law();

    /** How much work a case is, the editions in the order of their days. */
    List<CaseWeightEdition> caseWeights();

    /** What municipalities have begun to better working conditions, and when. */
    List<ActionPlan> actionPlans();

    /** Suppliers of which it is known what they sell. */
    List<ListedSupplier> suppliers();

    /** How many live where, at the end of each year. */
    List<Population> populations();

    /** Official figures that ours are held beside. */
    OfficialStatistics officialStatistics();

    /** Which municipalities are compared with which, edition by edition. */
    List<PeerDivision> peerDivisions();

    /** The files it was read from, by their paths in the folder: with them alone it can be read again. */
    SortedMap<String, String> texts();

    /** What a system of a kind delivers, in the order of its files. */
    List<Source> sources(SourceKind kind, String system);

    /** Whose deliveries come from a system: also whose rows a file of it may hold, when it holds several's. */
    default Set<MunicipalityCode> senders(SourceKind kind, String system) {
        return municipalities().values().stream()
                .filter(municipality ->
                        system.equals(municipality.systemByKind().get(kind)))
                .map(Municipality::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    default Optional<Source> source(SourceKind kind, String system, String dataset) {
        return sources(kind, system).stream()
                .filter(source -> source.dataset().equals(dataset))
                .findFirst();
    }

    /** A short hash over the source, its contract and its code lists: the rules its deliveries are read by. */
    String rulesVersion(Source source);

    /** A short hash over a contract, its code lists and how cells are read: what its rows are, whatever source they came from. */
    String contractVersion(Contract contract);

    /** A short hash over all configuration that SQL and the catalogue stand on. */
    String catalogueVersion();
}
