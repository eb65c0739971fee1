package se.trivsel.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import se.trivsel.vocabulary.MunicipalityCode;

/**
 * What the official statistics say of a municipality and year.
 *
 * <p>As it was published, shares in per cent: its decimals say how far it was rounded.
 *
 * @param persons how many it stands on, where that is published
 * @param enteredOn the day from which it is known here; a later one for the same year replaces it
 */
public record OfficialFigure(
        MunicipalityCode municipality,
        String indicator,
        int year,
        BigDecimal value,
        Optional<Integer> persons,
        String source,
        LocalDate enteredOn) {}
