package se.trivsel.contract;

import java.math.BigDecimal;

/**
 * How much work a case of one type and phase is to a handler who is new or is not.
 *
 * <p>It is set by people, not measured from the deliveries: another weight is another figure.
 *
 * @param phase where the case is, as its dates tell
 * @param handler how long the handler has been employed in the municipality; not known is a code too
 */
public record CaseWeight(String caseType, String phase, String handler, BigDecimal weight) {}
