package se.trivsel.chart;

import java.util.List;
import java.util.stream.Stream;
import se.trivsel.chart.EntityLayout.Box;
import se.trivsel.chart.EntityLayout.End;
import se.trivsel.chart.EntityLayout.Side;
import se.trivsel.chart.EntityLayout.Track;

/**
 * Tables and the columns by which they are joined: a box for each, and lines from the table that explains a column to
 * those that have it.
 *
 * <p>It is as wide as its texts, and wider than a telephone: the page gives it something to scroll in. Lines run between
 * the boxes alone, one track for each key; where two cross without a dot they have nothing to do with one another.
 */
public record EntityDiagram(Caption caption, List<Key> keys) {
    private static final double PADDING = 8;

    /** Between a box and the nearest track: there the line says how many rows it leads to. */
    private static final double MARGIN = 17;

    private static final double APART = 10;
    private static final double FOOT = 9;
    private static final int COLOURS = 6;

    /** A column, the table that explains it, and the others that have it. */
    public record Key(String column, String explained, List<String> tables) {
        public Key {
            tables = List.copyOf(tables);
        }

        boolean joins(String table) {
            return explained.equals(table) || tables.contains(table);
        }
    }

    public EntityDiagram {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("Tables that have nothing to do with one another");
        }
    }

    public String svg() {
        var layout = EntityLayout.of(keys);
        double middle = width(layout, Side.LEFT) + channel(layout.tracks(Side.LEFT)) + 1;
        double right = middle + width(layout, Side.MIDDLE) + channel(layout.tracks(Side.RIGHT));
        var svg = Frame.openWide(
                "entities",
                caption,
                right + width(layout, Side.RIGHT) + 1,
                layout.boxes().stream().mapToDouble(Box::bottom).max().orElseThrow() + 1);
        drawTracks(svg, layout, Side.LEFT, width(layout, Side.LEFT) + 1, middle);
        drawTracks(svg, layout, Side.RIGHT, right, middle + width(layout, Side.MIDDLE));
        for (Box box : layout.boxes()) {
            double left = switch (box.side()) {
                case LEFT -> 1;
                case MIDDLE -> middle;
                case RIGHT -> right;
            };
            draw(svg, box, left, width(layout, box.side()));
        }
        return svg.close().toString();
    }

    private static double width(EntityLayout layout, Side side) {
        return layout.boxes().stream()
                .filter(box -> box.side() == side)
                .flatMap(box -> Stream.concat(
                        Stream.of(TextWidth.of(box.table(), true)),
                        box.keys().stream().map(key -> TextWidth.of(key.column(), box.explains(key)))))
                .mapToDouble(width -> width + 2 * PADDING)
                .max()
                .orElse(0);
    }

    private static double channel(List<Track> tracks) {
        return tracks.isEmpty() ? 0 : 2 * MARGIN + (tracks.size() - 1) * APART;
    }

    private static void drawTracks(SvgWriter svg, EntityLayout layout, Side side, double outer, double inner) {
        List<Track> tracks = layout.tracks(side);
        double towards = Math.signum(inner - outer);
        for (int i = 0; i < tracks.size(); i++) {
            Track track = tracks.get(i);
            double x = outer + towards * (MARGIN + i * APART);
            Interval span = track.span();
            var line = new PathData().move(x, span.low()).line(x, span.high());
            var dots = new PathData();
            for (End end : track.ends()) {
                double edge = end.isInner() ? inner : outer;
                line.move(x, end.y()).line(edge, end.y());
                foot(line, edge, Math.signum(x - edge), end);
                if (span.low() < end.y() && end.y() < span.high()) {
                    dots.dot(x, end.y());
                }
            }
            svg.open("g", "class", "key series-" + (layout.keys().indexOf(track.key()) % COLOURS + 1));
            svg.text("title", track.key().column());
            svg.path("join", line).path("dots", dots).close();
        }
    }

    /** A bar where one row is meant, a foot of three toes where there may be many. */
    private static void foot(PathData line, double edge, double away, End end) {
        if (end.isOne()) {
            double bar = edge + away * FOOT / 2;
            line.move(bar, end.y() - FOOT / 2).line(bar, end.y() + FOOT / 2);
            return;
        }
        line.move(edge, end.y() - FOOT / 2).line(edge + away * FOOT, end.y()).line(edge, end.y() + FOOT / 2);
    }

    private static void draw(SvgWriter svg, Box box, double left, double width) {
        svg.rect("entity", left, box.top(), width, box.bottom() - box.top());
        svg.rect(box.side() == Side.MIDDLE ? "head explains" : "head", left, box.top(), width, EntityLayout.ROW);
        svg.label(box.table(), "name", left + PADDING, box.top() + EntityLayout.ROW / 2);
        for (Key key : box.keys()) {
            svg.label(key.column(), box.explains(key) ? "one" : "many", left + PADDING, box.middle(key));
        }
    }
}
