package se.trivsel.lake;

import java.io.IOException;
import java.util.BitSet;
import java.util.Optional;
import se.trivsel.inbox.Delivery;
import se.trivsel.inbox.MunicipalityKey;
import se.trivsel.normalise.NormalisedBlock;
import se.trivsel.normalise.NormalisedRow;

/**
 * The rows that the reading before this one had rejected, known by their lines, and how many of them are kept now.
 *
 * <p>Of a delivery that is read for the first time, or of which nothing was rejected, there is none; nor where the rejected rows
 * are disposed of: how many of them come in is not known then.
 */
public final class EarlierQuarantine {
    private final String readingId;
    private final BitSet lines = new BitSet();
    private long kept;

    private EarlierQuarantine(String readingId) {
        this.readingId = readingId;
    }

    /** What the newest other reading of a delivery rejected. */
    public static Optional<EarlierQuarantine> of(Lake lake, Delivery delivery, String readingId, MunicipalityKey key)
            throws IOException {
        Optional<DeliveryManifest> before = lake.newestReading(delivery, readingId)
                .filter(manifest -> manifest.rowsRejected() > 0)
                .filter(manifest -> lake.quarantineDisposal(manifest).isEmpty());
        if (before.isEmpty()) {
            return Optional.empty();
        }
        var earlier = new EarlierQuarantine(before.get().readingId());
        lake.quarantined(before.get(), key, row -> earlier.lines.set(row.line()));
        return Optional.of(earlier);
    }

    /** Counts those among the kept rows of a block. */
    public void count(NormalisedBlock block) {
        for (NormalisedRow row : block.rows()) {
            kept += lines.get(row.line()) ? 1 : 0;
        }
    }

    public Replay replay() {
        return new Replay(readingId, kept);
    }
}
