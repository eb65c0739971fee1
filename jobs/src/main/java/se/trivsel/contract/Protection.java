package se.trivsel.contract;

import java.util.Optional;

/**
 * What of a measure is not shown lest it points somebody out; {@code sql/45_value} hides by it.
 *
 * <p>It is of the figure by itself. That nobody gets at a hidden figure by adding and subtracting is the SQL's to see to.
 *
 * @param smallestGroup the fewest persons, or cases, a published value may stand on; 0 where it stands on nobody's person
 * @param smallestCount counts below it, other than none, are not shown, nor the rest of a share below it; 0: all are
 * @param tied what measures have in common of which each can be worked out from the others
 * @param partOf the measure whose numerator holds this one's
 */
public record Protection(int smallestGroup, int smallestCount, Optional<String> tied, Optional<String> partOf) {}
