package se.trivsel.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SideLabelsTest {
    @Test
    void labelsKeepTheirOrderStayInsideAndDoNotOverlap() {
        var random = new Random(380);
        for (int round = 0; round < 500; round++) {
            var labels = new SideLabels(IntStream.rangeClosed(0, random.nextInt(7))
                    .mapToObj(i -> label(random.nextDouble() * 240, 1 + random.nextInt(3)))
                    .toList());
            double bottom = Math.max(200, labels.height());
            List<Double> middles = labels.middles(0, bottom);
            double free = 0;
            for (int i = 0; i < middles.size(); i++) {
                double half = labels.labels().get(i).height() / 2;
                assertThat(middles.get(i) - half).isGreaterThanOrEqualTo(free - 1e-9);
                free = middles.get(i) + half;
            }
            assertThat(free).isLessThanOrEqualTo(bottom + 1e-9);
        }
    }

    @Test
    void aLabelThatNobodyDisturbsStandsAtItsValue() {
        assertThat(new SideLabels(List.of(label(40, 1), label(150, 2))).middles(0, 200))
                .containsExactly(40.0, 150.0);
    }

    @Test
    void aLongNameIsBrokenBetweenWordsAndItsValueStandsWhole() {
        var label = SideLabels.Label.of(0, "Kommuner utan handlingsplan", "19,1 %", 150, true, "peer");

        assertThat(label.lines()).containsExactly("Kommuner utan", "handlingsplan", "19,1 %");
    }

    private static SideLabels.Label label(double y, int lines) {
        return new SideLabels.Label(
                y, IntStream.range(0, lines).mapToObj(i -> "x").toList(), false, "own");
    }
}
