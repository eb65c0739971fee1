package se.trivsel.extract;

import java.util.List;
import se.trivsel.vocabulary.Finding;

/**
 * A file that cannot be read as agreed, with the findings that say why.
 *
 * <p>It is the delivery's fault, not the program's: whoever reads the file turns it into an answer to the sender.
 */
public final class UnreadableDelivery extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    UnreadableDelivery(List<Finding> findings) {
        super(findings.toString());
        this.findings = List.copyOf(findings);
    }

    UnreadableDelivery(Finding finding) {
        this(List.of(finding));
    }

    public List<Finding> findings() {
        return findings;
    }
}
