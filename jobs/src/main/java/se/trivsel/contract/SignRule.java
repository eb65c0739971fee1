package se.trivsel.contract;

import java.util.Set;

/**
 * When a number counts the other way: a credit note states what is paid back without a minus sign.
 *
 * @param heading where the type of the document stands
 * @param negative the types that turn the sign
 */
public record SignRule(String heading, Set<String> negative) {
    public SignRule {
        negative = Set.copyOf(negative);
    }
}
