package se.trivsel.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelsTest {
    private static final Labels.Box AREA = new Labels.Box(0, 0, 300, 200);

    @Test
    void noTwoLabelsOverlapNorALabelADot() {
        var random = new Random(2062);
        int placed = 0;
        for (int round = 0; round < 300; round++) {
            List<Labels.Box> dots = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(80); i++) {
                dots.add(dot(random.nextDouble() * 300, random.nextDouble() * 200));
            }
            var labels = new Labels(AREA, dots);
            List<Labels.Box> taken = new ArrayList<>(dots);
            for (Labels.Box dot : dots) {
                double width = 20 + random.nextDouble() * 120;
                double farthest = random.nextInt(3) * 50;
                var box = labels.place(dot.left() + 4, dot.top() + 4, 4, width, farthest);
                box.ifPresent(label -> {
                    assertThat(label.isInside(AREA)).isTrue();
                    assertThat(label.right() - label.left()).isCloseTo(width, within(1e-9));
                    assertThat(taken).noneMatch(other -> overlap(label, other));
                    taken.add(label);
                });
                placed += box.isPresent() ? 1 : 0;
            }
        }
        assertThat(placed).isGreaterThan(1000);
    }

    @Test
    void aLabelStandsToTheRightOfItsDotWhenNothingIsInTheWay() {
        assertThat(new Labels(AREA, List.of(dot(50, 50))).place(50, 50, 4, 40, 0))
                .hasValueSatisfying(box -> assertThat(box.left()).isBetween(54.0, 60.0));
    }

    @Test
    void atTheRightEdgeItStandsToTheLeft() {
        assertThat(new Labels(AREA, List.of(dot(290, 50))).place(290, 50, 4, 40, 0))
                .hasValueSatisfying(box -> assertThat(box.right()).isBetween(280.0, 286.0));
    }

    @Test
    void oneThatFindsNoRoomIsLeftOutUnlessItMayGoFarther() {
        List<Labels.Box> crowd = new ArrayList<>();
        for (int i = -4; i <= 4; i++) {
            for (int j = -4; j <= 4; j++) {
                crowd.add(dot(100 + i * 8, 100 + j * 8));
            }
        }
        assertThat(new Labels(AREA, crowd).place(100, 100, 4, 40, 0)).isEmpty();
        assertThat(new Labels(AREA, crowd).place(100, 100, 4, 40, 100)).isPresent();
    }

    private static Labels.Box dot(double x, double y) {
        return new Labels.Box(x - 4, y - 4, x + 4, y + 4);
    }

    private static boolean overlap(Labels.Box one, Labels.Box other) {
        double width = Math.min(one.right(), other.right()) - Math.max(one.left(), other.left());
        double height = Math.min(one.bottom(), other.bottom()) - Math.max(one.top(), other.top());
        return width > 1e-9 && height > 1e-9;
    }
}
