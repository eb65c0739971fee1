package se.trivsel.extract;

import java.io.IOException;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Place;

/**
 * A packed file that is not unpacked further, thrown through the readers of its text.
 *
 * <p>They know only {@link IOException}, but it is the delivery's fault and not the disk's: {@link Formats} makes
 * an {@link UnreadableDelivery} of it.
 */
final class RefusedPacking extends IOException {
    private static final long serialVersionUID = 1;

    private final FindingCode code;

    RefusedPacking(FindingCode code) {
        super(code.code());
        this.code = code;
    }

    UnreadableDelivery asUnreadable() {
        return new UnreadableDelivery(new Finding(code, Place.WHOLE_FILE));
    }
}
