package se.trivsel.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import se.trivsel.SharedData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HostileNamesTest {
    /** Strings that broke other programs. */
    @Test
    void aNameNeverBecomesPartOfTheDrawing() throws IOException {
        List<String> names = new ArrayList<>();
        for (JsonNode name : new JsonMapper().readTree(Files.readString(SharedData.path("text/blns.json")))) {
            names.add(name.asString());
        }
        assertThat(names).hasSizeGreaterThan(400);
        List<List<String>> plain = charts("Mora").map(HostileNamesTest::shape).toList();

        for (String name : names) {
            assertThat(charts(name).map(HostileNamesTest::shape).toList())
                    .as(name)
                    .isEqualTo(plain);
        }
    }

    @Test
    void aNameThatIsMarkupIsReadAsItStands() {
        String name = "<b>\"&'</b>";

        assertThat(Drawn.read(SampleCharts.ranked(List.of(name), Optional.of(name))
                                .svg())
                        .texts())
                .contains(name);
    }

    @Test
    void whatXmlCannotSayIsReplaced() {
        assertThat(new SvgWriter().text("text", "a\0b\u001bc\ud800d\uffffe").toString())
                .isEqualTo("<text>a\ufffdb\ufffdc\ufffdd\ufffde</text>");
    }

    private static Stream<Drawn> charts(String name) {
        return Stream.of(
                        SampleCharts.ranked(List.of(name, "b"), Optional.of(name))
                                .svg(),
                        SampleCharts.funnel(List.of(new Funnel.Dot("b", Relation.OTHER, 900, 12, name)), "b")
                                .svg(),
                        SampleCharts.trend(
                                        List.of(SampleCharts.line("b", 5, 0, 1)),
                                        List.of(),
                                        List.of(new PlanBand(3, 9, name)),
                                        "b")
                                .svg(),
                        new EntityDiagram(
                                        new Caption("b", "b", "b"),
                                        List.of(new EntityDiagram.Key(name, "table b", List.of("table c"))))
                                .svg())
                .map(Drawn::read);
    }

    /** Elements and the names of their attributes, but for the values of an axis: they are fewer beside a long name. */
    private static List<String> shape(Drawn drawn) {
        return drawn.all("*")
                .filter(element -> !element.getAttribute("class").startsWith("axis"))
                .map(HostileNamesTest::shape)
                .toList();
    }

    private static String shape(Element element) {
        var attributes = element.getAttributes();
        var shape = new StringBuilder(element.getTagName());
        for (int i = 0; i < attributes.getLength(); i++) {
            shape.append(' ').append(attributes.item(i).getNodeName());
        }
        return shape.toString();
    }
}
