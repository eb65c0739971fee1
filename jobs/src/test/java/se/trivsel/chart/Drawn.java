package se.trivsel.chart;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A chart as a parser reads it back; what is not well-formed is not read. */
record Drawn(Element svg) {
    private static final List<String> BOLD = List.of("own", "peer", "one");

    static Drawn read(String svg) {
        try {
            return new Drawn(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)))
                    .getDocumentElement());
        } catch (ParserConfigurationException | SAXException | IOException malformed) {
            throw new AssertionError("Not well-formed: " + svg, malformed);
        }
    }

    /** In the order in which they are drawn and read. */
    Stream<Element> all(String name) {
        var nodes = svg.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i));
    }

    Stream<Element> all(String name, String css) {
        return all(name)
                .filter(element ->
                        List.of(element.getAttribute("class").split(" ")).containsAll(List.of(css.split(" "))));
    }

    Element one(String name, String css) {
        List<Element> found = all(name, css).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " of " + name + "." + css);
        }
        return found.get(0);
    }

    List<String> texts() {
        return all("text").map(Element::getTextContent).toList();
    }

    /** How often a path begins anew. */
    static long starts(Element path) {
        return path.getAttribute("d").chars().filter(command -> command == 'M').count();
    }

    static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    /** Where a text is, by the estimate of its width. */
    static Labels.Box box(Element text) {
        List<String> css = List.of(text.getAttribute("class").split(" "));
        boolean bold = css.stream().anyMatch(BOLD::contains);
        double width = TextWidth.of(text.getTextContent(), bold);
        double x = number(text, "x");
        double left = css.contains("left") ? x - width : css.contains("centre") ? x - width / 2 : x;
        double middle = number(text, "y") - 5;
        return new Labels.Box(left, middle - TextWidth.SIZE / 2, left + width, middle + TextWidth.SIZE / 2);
    }

    static Labels.Box rect(Element rect) {
        double x = number(rect, "x");
        double y = number(rect, "y");
        return new Labels.Box(x, y, x + number(rect, "width"), y + number(rect, "height"));
    }

    static Labels.Box box(Element circle, double reach) {
        double x = number(circle, "cx");
        double y = number(circle, "cy");
        return new Labels.Box(x - reach, y - reach, x + reach, y + reach);
    }
}
