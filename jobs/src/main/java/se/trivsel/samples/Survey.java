package se.trivsel.samples;

import java.time.YearMonth;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the staff of a unit answered to one question of a survey.
 *
 * @param meanThousandths the mean on the scale from 1 to 5, withheld where few answered; questions of yes and no have none
 * @param yesAnswers how many said yes; only questions of yes and no have it
 */
record Survey(
        String unit,
        YearMonth month,
        String question,
        OptionalLong meanThousandths,
        OptionalInt yesAnswers,
        int answers,
        int sent) {}
