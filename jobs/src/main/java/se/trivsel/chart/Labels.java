package se.trivsel.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds room for labels beside their dots.
 *
 * <p>First come, first served: a label that has no free place next to its dot is left out, since one that lies over
 * another is read as neither.
 */
final class Labels {
    private static final double HEIGHT = TextWidth.SIZE;
    private static final double STEP = 8;

    private final Box area;
    private final List<Box> taken;

    /** Labels stay in the area and off what is there already. */
    Labels(Box area, List<Box> obstacles) {
        this.area = area;
        this.taken = new ArrayList<>(obstacles);
    }

    /**
     * Where a text of this width may stand, by a dot at x and y: its room is taken from then on. It is as near as can
     * be, and at most so far away.
     */
    Optional<Box> place(double x, double y, double radius, double width, double farthest) {
        for (double away = 0; away <= farthest; away += STEP) {
            for (Box box : around(x, y, radius + away, width)) {
                if (box.isInside(area) && taken.stream().noneMatch(box::overlaps)) {
                    taken.add(box);
                    return Optional.of(box);
                }
            }
        }
        return Optional.empty();
    }

    private static List<Box> around(double x, double y, double radius, double width) {
        double aside = radius + 4 + width / 2;
        double above = radius + HEIGHT / 2 + 1;
        double slanted = radius * 0.7 + HEIGHT / 2;
        return List.of(
                Box.of(x + aside, y, width),
                Box.of(x - aside, y, width),
                Box.of(x, y - above, width),
                Box.of(x, y + above, width),
                Box.of(x + aside, y - slanted, width),
                Box.of(x + aside, y + slanted, width),
                Box.of(x - aside, y - slanted, width),
                Box.of(x - aside, y + slanted, width));
    }

    /** A rectangle; boxes that only touch do not overlap. */
    record Box(double left, double top, double right, double bottom) {
        static Box of(double x, double y, double width) {
            return new Box(x - width / 2, y - HEIGHT / 2, x + width / 2, y + HEIGHT / 2);
        }

        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean isInside(Box other) {
            return left >= other.left && right <= other.right && top >= other.top && bottom <= other.bottom;
        }
    }
}
