package se.trivsel.contract;

import java.util.List;
import se.trivsel.vocabulary.MunicipalityCode;

/**
 * Municipalities that a division compares with each other.
 *
 * <p>Its code says what kind of municipalities they are; who they are differs from edition to edition.
 */
public record PeerGroup(String code, String label, List<MunicipalityCode> members) {
    public PeerGroup {
        members = List.copyOf(members);
    }
}
