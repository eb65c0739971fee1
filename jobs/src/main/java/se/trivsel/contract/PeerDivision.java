package se.trivsel.contract;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import se.trivsel.vocabulary.MunicipalityCode;

/**
 * One edition of a division that says which municipalities are compared with which, such as SKR's groups of 2023.
 *
 * <p>Being similar is not mutual: who is among a municipality's similar ones need not have it among its own.
 *
 * @param code what the division is known by in every edition
 * @param year the edition, which holds from 1 January of this year until the next edition
 * @param groups those compared with each other; none where each has similar ones of its own
 * @param similar to each municipality those that it is compared with; none where there are groups
 */
public record PeerDivision(
        String code,
        int year,
        String name,
        String source,
        List<PeerGroup> groups,
        SortedMap<MunicipalityCode, List<MunicipalityCode>> similar) {
    public PeerDivision {
        groups = List.copyOf(groups);
        similar = Collections.unmodifiableSortedMap(new TreeMap<>(similar));
    }
}
