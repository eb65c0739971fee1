package se.trivsel.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextWidthTest {
    /** Measured in DejaVu Sans and DejaVu Sans Bold at a size of 1. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"Kommungruppen 20,4 %; 12.50; 13.88", "Malung-Sälen; 6.80; 7.70", "Upplands Väsby; 8.05; 9.05"})
    void anEstimateIsNoLessThanTheWidestTypefaceAndLittleMore(String text, double plain, double bold) {
        assertThat(TextWidth.of(text, false)).isBetween(plain * 14, plain * 14 * 1.1);
        assertThat(TextWidth.of(text, true)).isBetween(bold * 14, bold * 14 * 1.15);
    }

    @Test
    void whatFitsIsLeftAloneAndWhatDoesNotEndsWithAnEllipsisInsideTheRoom() {
        assertThat(TextWidth.fit("Mora", 100, false)).isEqualTo("Mora");
        String fitted = TextWidth.fit("Upplands-Bro och Upplands Väsby", 100, false);
        assertThat(fitted).startsWith("Upplands").endsWith("…");
        assertThat(TextWidth.of(fitted, false)).isLessThanOrEqualTo(100);
    }

    @Test
    void aSignOfTwoPartsIsNotCutInHalf() {
        for (int room = 0; room < 120; room++) {
            assertThat(TextWidth.fit("😀😀😀😀😀", room, false)).matches("(😀)*…?");
        }
    }
}
