package se.trivsel.contract;

import java.time.LocalDate;
import java.util.List;

/**
 * The weights of cases from a day until the next edition.
 *
 * <p>It has one for every combination, so that no case is left out of a sum unseen; before the first edition there are none, and
 * no weighted figure either.
 *
 * @param source who set the weights and how, in Swedish
 */
public record CaseWeightEdition(LocalDate validFrom, String source, List<CaseWeight> weights) {
    public CaseWeightEdition {
        weights = List.copyOf(weights);
    }
}
