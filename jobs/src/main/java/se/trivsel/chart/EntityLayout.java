package se.trivsel.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Where tables stand and which way the lines between them go: the same for the same keys.
 *
 * <p>Tables that explain a column stand in the middle, half a row lower than the others: so no line to the one lies on a
 * line to another. They change places as long as that makes the lines shorter, then the tracks as long as fewer cross.
 */
record EntityLayout(List<Box> boxes, List<Track> lefts, List<Track> rights) {
    static final double ROW = 18;

    /** What a row of height costs in rows of line. */
    private static final double OF_HEIGHT = 4;

    enum Side {
        LEFT,
        MIDDLE,
        RIGHT
    }

    /** A table in its place; it has a row for each key, those that it explains first. */
    record Box(String table, List<EntityDiagram.Key> keys, Side side, double top) {
        static Box of(String table, List<EntityDiagram.Key> all) {
            List<EntityDiagram.Key> keys = all.stream()
                    .filter(key -> key.joins(table))
                    .sorted(Comparator.comparing(key -> !key.explained().equals(table)))
                    .toList();
            return new Box(table, keys, Side.MIDDLE, 0);
        }

        boolean explains(EntityDiagram.Key key) {
            return key.explained().equals(table);
        }

        boolean isInner() {
            return explains(keys.get(0));
        }

        double height() {
            return (keys.size() + 1) * ROW;
        }

        double bottom() {
            return top + height();
        }

        /** The middle of the row of a key. */
        double middle(EntityDiagram.Key key) {
            return top + (keys.indexOf(key) + 1.5) * ROW;
        }
    }

    /** Where a line meets a table; one row of it, or any number. */
    record End(double y, boolean isInner, boolean isOne) {}

    /** The line of a key on one side of the middle. */
    record Track(EntityDiagram.Key key, List<End> ends) {
        Interval span() {
            return new Interval(
                    ends.stream().mapToDouble(End::y).min().orElseThrow(),
                    ends.stream().mapToDouble(End::y).max().orElseThrow());
        }
    }

    static EntityLayout of(List<EntityDiagram.Key> keys) {
        List<Box> boxes = new ArrayList<>(keys.stream()
                .flatMap(key -> Stream.concat(Stream.of(key.explained()), key.tables().stream()))
                .distinct()
                .sorted()
                .map(table -> Box.of(table, keys))
                .sorted(Comparator.comparing((Box box) -> -box.keys().size()))
                .toList());
        improve(boxes, (one, other) -> one.isInner() == other.isInner(), order -> cost(placed(order), keys));
        List<Box> placed = placed(boxes);
        return new EntityLayout(
                placed, ordered(tracks(placed, keys, Side.LEFT)), ordered(tracks(placed, keys, Side.RIGHT)));
    }

    /** Those of the one side, from its tables to the middle. */
    List<Track> tracks(Side side) {
        return side == Side.LEFT ? lefts : rights;
    }

    /** As their tracks lie: those beside one another are one after the other. */
    List<EntityDiagram.Key> keys() {
        return Stream.concat(rights.stream(), lefts.stream())
                .map(Track::key)
                .distinct()
                .toList();
    }

    /** The first of the outer ones at the right, until half of them stand there. */
    private static List<Box> placed(List<Box> order) {
        double half = height(order.stream().filter(box -> !box.isInner()).toList()) / 2;
        List<Box> lefts = new ArrayList<>();
        List<Box> middles = new ArrayList<>();
        List<Box> rights = new ArrayList<>();
        double filled = 0;
        for (Box box : order) {
            if (box.isInner()) {
                middles.add(box);
            } else if (filled < half) {
                rights.add(box);
                filled += box.height() + ROW;
            } else {
                lefts.add(box);
            }
        }
        double tallest = Math.max(height(lefts), Math.max(height(middles), height(rights)));
        List<Box> placed = new ArrayList<>();
        placed.addAll(stacked(lefts, Side.LEFT, tallest));
        placed.addAll(stacked(middles, Side.MIDDLE, tallest));
        placed.addAll(stacked(rights, Side.RIGHT, tallest));
        return placed;
    }

    private static double height(List<Box> boxes) {
        return boxes.stream().mapToDouble(box -> box.height() + ROW).sum();
    }

    private static List<Box> stacked(List<Box> boxes, Side side, double tallest) {
        double top = Math.floor((tallest - height(boxes)) / 2 / ROW) * ROW + (side == Side.MIDDLE ? ROW / 2 : 0) + 1;
        List<Box> stacked = new ArrayList<>();
        for (Box box : boxes) {
            stacked.add(new Box(box.table(), box.keys(), side, top));
            top += box.height() + ROW;
        }
        return stacked;
    }

    private static double cost(List<Box> placed, List<EntityDiagram.Key> keys) {
        return Stream.of(Side.LEFT, Side.RIGHT)
                        .flatMap(side -> tracks(placed, keys, side).stream())
                        .mapToDouble(track -> track.span().high() - track.span().low())
                        .sum()
                + OF_HEIGHT * placed.stream().mapToDouble(Box::bottom).max().orElseThrow();
    }

    private static List<Track> tracks(List<Box> placed, List<EntityDiagram.Key> keys, Side side) {
        List<Track> tracks = new ArrayList<>();
        for (EntityDiagram.Key key : keys) {
            List<Box> having =
                    placed.stream().filter(box -> box.keys().contains(key)).toList();
            Side ofInner = ofInner(having);
            Predicate<Box> isHere = box -> !box.explains(key) && side == (box.isInner() ? ofInner : box.side());
            if (having.stream().anyMatch(isHere)) {
                tracks.add(new Track(
                        key,
                        having.stream()
                                .filter(isHere.or(box -> box.explains(key)))
                                .map(box -> new End(box.middle(key), box.isInner(), box.explains(key)))
                                .toList()));
            }
        }
        return tracks;
    }

    /** On which side lines go to those of a key's tables in the middle: at the right, unless the key is at the left alone. */
    private static Side ofInner(List<Box> having) {
        List<Side> sides =
                having.stream().filter(box -> !box.isInner()).map(Box::side).toList();
        return sides.isEmpty() || sides.contains(Side.RIGHT) ? Side.RIGHT : Side.LEFT;
    }

    private static List<Track> ordered(List<Track> tracks) {
        List<Track> order = new ArrayList<>(tracks);
        improve(order, (one, other) -> true, EntityLayout::crossings);
        return order;
    }

    private static double crossings(List<Track> order) {
        int crossings = 0;
        for (int i = 0; i < order.size(); i++) {
            for (End end : order.get(i).ends()) {
                List<Track> passed = end.isInner() ? order.subList(i + 1, order.size()) : order.subList(0, i);
                crossings += (int) passed.stream()
                        .map(Track::span)
                        .filter(span -> span.low() < end.y() && end.y() < span.high())
                        .count();
            }
        }
        return crossings;
    }

    /** Two that may change places do, as long as it costs less then. */
    private static <T> void improve(List<T> order, BiPredicate<T, T> mayChange, ToDoubleFunction<List<T>> cost) {
        double least = cost.applyAsDouble(order);
        boolean isBetter = true;
        while (isBetter) {
            isBetter = false;
            for (int i = 0; i < order.size(); i++) {
                for (int j = i + 1; j < order.size(); j++) {
                    if (!mayChange.test(order.get(i), order.get(j))) {
                        continue;
                    }
                    Collections.swap(order, i, j);
                    double changed = cost.applyAsDouble(order);
                    if (changed < least) {
                        least = changed;
                        isBetter = true;
                    } else {
                        Collections.swap(order, i, j);
                    }
                }
            }
        }
    }
}
