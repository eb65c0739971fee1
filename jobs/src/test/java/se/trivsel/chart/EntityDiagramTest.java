package se.trivsel.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class EntityDiagramTest {
    private static final Caption CAPTION = new Caption("tabeller", "Tabeller", "Hur de hör ihop");
    private static final Pattern POINT = Pattern.compile("([ML])([0-9.]+) ([0-9.]+)");

    /** The last table is explained by another itself. */
    private static final List<EntityDiagram.Key> STAR = List.of(
            new EntityDiagram.Key("measure_code", "measure", List.of("benchmark", "measure_value", "revision")),
            new EntityDiagram.Key(
                    "municipality_code", "municipality", List.of("benchmark", "measure_value", "staff_group")),
            new EntityDiagram.Key("group_code", "staff_group", List.of("benchmark", "measure_value")));

    private static final Map<List<EntityDiagram.Key>, Drawn> SAMPLES = drawnSamples();

    @Test
    void everyTableHasABoxWithItsKeysThoseThatItExplainsFirst() {
        Drawn drawn = drawn(STAR);

        assertThat(drawn.all("text", "name").map(Element::getTextContent))
                .containsExactlyInAnyOrder(
                        "benchmark", "measure", "measure_value", "municipality", "revision", "staff_group");
        assertThat(drawn.texts())
                .containsSubsequence("staff_group", "group_code", "municipality_code")
                .containsSubsequence("benchmark", "measure_code", "municipality_code", "group_code");
    }

    @Test
    void aTableThatExplainsStandsBetweenTheOthers() {
        Drawn drawn = drawn(STAR);

        assertThat(left(drawn, "municipality"))
                .isEqualTo(left(drawn, "measure"))
                .isEqualTo(left(drawn, "staff_group"))
                .isBetween(
                        Math.min(left(drawn, "benchmark"), left(drawn, "measure_value")),
                        Math.max(left(drawn, "benchmark"), left(drawn, "measure_value")));
    }

    @Test
    void everyRelationIsALineBetweenTheRowsOfItsKey() {
        SAMPLES.forEach((keys, drawn) -> {
            for (EntityDiagram.Key key : keys) {
                List<Element> lines = drawn.all("g", "key")
                        .filter(line -> line.getElementsByTagName("title")
                                .item(0)
                                .getTextContent()
                                .equals(key.column()))
                        .toList();

                assertThat(lines.stream().flatMap(line -> tablesAtTheEndsOf(line, drawn, key)))
                        .as(key.column())
                        .containsAll(key.tables())
                        .contains(key.explained())
                        .hasSize(key.tables().size() + lines.size());
            }
        });
    }

    @Test
    void noLineGoesThroughABoxAndNoBoxOverAnother() {
        for (Drawn drawn : SAMPLES.values()) {
            List<Labels.Box> boxes = drawn.all("rect", "entity")
                    .map(Drawn::rect)
                    .map(EntityDiagramTest::inside)
                    .toList();
            for (int i = 0; i < boxes.size(); i++) {
                assertThat(boxes.subList(0, i)).noneMatch(boxes.get(i)::overlaps);
            }
            for (Labels.Box segment : segments(drawn).toList()) {
                assertThat(boxes).noneMatch(segment::overlaps);
            }
        }
    }

    /** Side by side along a stretch they would be one line that branches. */
    @Test
    void linesOfDifferentKeysOnlyCross() {
        for (Drawn drawn : SAMPLES.values()) {
            List<List<Labels.Box>> lines =
                    drawn.all("g", "key").map(line -> segmentsOf(line).toList()).toList();
            for (int i = 0; i < lines.size(); i++) {
                for (Labels.Box segment : lines.get(i)) {
                    assertThat(lines.subList(0, i).stream().flatMap(List::stream))
                            .noneMatch(other -> isUpright(other) == isUpright(segment) && other.overlaps(segment));
                }
            }
        }
    }

    @Test
    void everyTextIsInABoxAndNoneOverAnother() {
        for (Drawn drawn : SAMPLES.values()) {
            List<Labels.Box> boxes =
                    drawn.all("rect", "entity").map(Drawn::rect).toList();
            List<Labels.Box> taken = new ArrayList<>();
            for (Element text : drawn.all("text").toList()) {
                Labels.Box box = inside(Drawn.box(text));
                assertThat(boxes).anyMatch(box::isInside);
                assertThat(taken).noneMatch(box::overlaps);
                taken.add(box);
            }
        }
    }

    @Test
    void theSameKeysAreDrawnTheSame() {
        assertThat(new EntityDiagram(CAPTION, List.copyOf(STAR)).svg())
                .isEqualTo(new EntityDiagram(CAPTION, new ArrayList<>(STAR)).svg());
    }

    @Test
    void tablesThatNothingJoinsAreNoDiagram() {
        assertThatThrownBy(() -> new EntityDiagram(CAPTION, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<List<EntityDiagram.Key>, Drawn> drawnSamples() {
        List<List<EntityDiagram.Key>> samples = new ArrayList<>(List.of(
                STAR,
                List.of(new EntityDiagram.Key("a_id", "a", List.of("b"))),
                List.of(
                        new EntityDiagram.Key("a_id", "a", List.of("b")),
                        new EntityDiagram.Key("b_id", "b", List.of("a")))));
        var random = new Random(2062);
        for (int sample = 0; sample < 12; sample++) {
            int tables = 3 + random.nextInt(25);
            samples.add(IntStream.range(0, 1 + random.nextInt(13))
                    .mapToObj(column -> {
                        List<String> some = new ArrayList<>(IntStream.range(0, tables)
                                .mapToObj(i -> "table_" + i)
                                .toList());
                        Collections.shuffle(some, random);
                        return new EntityDiagram.Key(
                                "column_" + column, some.get(0), some.subList(1, 2 + random.nextInt(tables - 1)));
                    })
                    .toList());
        }
        Map<List<EntityDiagram.Key>, Drawn> drawn = new LinkedHashMap<>();
        samples.forEach(keys -> drawn.put(keys, drawn(keys)));
        return drawn;
    }

    private static Drawn drawn(List<EntityDiagram.Key> keys) {
        return Drawn.read(new EntityDiagram(CAPTION, keys).svg());
    }

    private static double left(Drawn drawn, String table) {
        return drawn.all("text", "name")
                .filter(name -> name.getTextContent().equals(table))
                .mapToDouble(name -> Drawn.number(name, "x"))
                .sum();
    }

    /** The tables whose box the line touches, at the row of the key. */
    private static Stream<String> tablesAtTheEndsOf(Element line, Drawn drawn, EntityDiagram.Key key) {
        return drawn.all("text")
                .filter(text -> text.getTextContent().equals(key.column()))
                .filter(text -> segmentsOf(line).anyMatch(segment -> touches(segment, text, drawn)))
                .map(text -> drawn.all("text", "name")
                        .filter(name -> Drawn.number(name, "x") == Drawn.number(text, "x"))
                        .filter(name -> Drawn.number(name, "y") < Drawn.number(text, "y"))
                        .reduce((above, below) -> below)
                        .orElseThrow()
                        .getTextContent());
    }

    private static boolean touches(Labels.Box segment, Element text, Drawn drawn) {
        Labels.Box row = Drawn.box(text);
        double middle = (row.top() + row.bottom()) / 2;
        return !isUpright(segment)
                && segment.top() < middle
                && middle < segment.bottom()
                && drawn.all("rect", "entity")
                        .map(Drawn::rect)
                        .filter(row::isInside)
                        .anyMatch(box -> Math.abs(segment.right() - box.left()) < 0.2
                                || Math.abs(segment.left() - box.right()) < 0.2);
    }

    private static Stream<Labels.Box> segments(Drawn drawn) {
        return drawn.all("g", "key").flatMap(EntityDiagramTest::segmentsOf);
    }

    /** The straight parts of a line, a hair wide; the feet at its ends are left out. */
    private static Stream<Labels.Box> segmentsOf(Element line) {
        String data = ((Element) line.getElementsByTagName("path").item(0)).getAttribute("d");
        List<Labels.Box> segments = new ArrayList<>();
        Matcher point = POINT.matcher(data);
        double x = 0;
        double y = 0;
        while (point.find()) {
            double toX = Double.parseDouble(point.group(2));
            double toY = Double.parseDouble(point.group(3));
            boolean isStraight = (x == toX) != (y == toY);
            if (point.group(1).equals("L") && isStraight && Math.abs(x - toX) + Math.abs(y - toY) > 10) {
                segments.add(new Labels.Box(
                        Math.min(x, toX) - 0.05,
                        Math.min(y, toY) - 0.05,
                        Math.max(x, toX) + 0.05,
                        Math.max(y, toY) + 0.05));
            }
            x = toX;
            y = toY;
        }
        return segments.stream();
    }

    private static boolean isUpright(Labels.Box segment) {
        return segment.right() - segment.left() < segment.bottom() - segment.top();
    }

    /** What lies on the edge of a box is not in it. */
    private static Labels.Box inside(Labels.Box box) {
        return new Labels.Box(box.left() + 0.2, box.top() + 0.2, box.right() - 0.2, box.bottom() - 0.2);
    }
}
