package se.trivsel.housekeeping;

import java.time.Instant;
import java.util.List;
import se.trivsel.vocabulary.MunicipalityCode;

/**
 * What went with purged persons, or would go: counts and names of deliveries, never a pseudonym.
 *
 * <p>It is put in place together with all that it tells of.
 *
 * @param reason as the operator gave it
 * @param persons how many were to be purged
 * @param inNoRow how many of them stand in no row of the lake
 * @param rows of each reading that had something of theirs
 * @param deliveries whose bytes go
 * @param quarantines readings whose rejected rows go
 * @param releases whose analyst files are written anew
 */
public record PurgeProtocol(
        Instant startedAt,
        MunicipalityCode municipality,
        String reason,
        int persons,
        int inNoRow,
        List<Rows> rows,
        List<String> deliveries,
        List<String> quarantines,
        List<String> releases) {
    public PurgeProtocol {
        rows = List.copyOf(rows);
        deliveries = List.copyOf(deliveries);
        quarantines = List.copyOf(quarantines);
        releases = List.copyOf(releases);
    }

    public boolean isNothing() {
        return rows.isEmpty() && releases.isEmpty();
    }

    /**
     * What of one reading goes.
     *
     * @param rows those about the persons
     * @param named those about others that named one of them, and stay without that key
     */
    public record Rows(String dataset, String delivery, String reading, long rows, long named) {}
}
