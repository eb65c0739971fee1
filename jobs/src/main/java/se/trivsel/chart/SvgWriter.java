package se.trivsel.chart;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes SVG that belongs inside a page.
 *
 * <p>Texts are escaped here and nowhere else, and coordinates have one decimal. What XML cannot say at all, such as a
 * control character, is written as the sign for a character that is not known.
 */
final class SvgWriter {
    /** From the middle of a line of text to the line it stands on. */
    private static final double BASELINE = 5;

    private final StringBuilder svg = new StringBuilder();
    private final Deque<String> elements = new ArrayDeque<>();

    /** Begins an element; attributes are names and values by turns. */
    SvgWriter open(String element, Object... attributes) {
        begin(element, attributes);
        svg.append('>');
        elements.push(element);
        return this;
    }

    SvgWriter close() {
        svg.append("</").append(elements.pop()).append('>');
        return this;
    }

    SvgWriter empty(String element, Object... attributes) {
        begin(element, attributes);
        svg.append("/>");
        return this;
    }

    SvgWriter text(String element, String content, Object... attributes) {
        open(element, attributes);
        escape(content);
        return close();
    }

    /** A path, unless nothing is to be drawn. */
    SvgWriter path(String css, PathData data) {
        return data.isEmpty() ? this : empty("path", "class", css, "d", data);
    }

    SvgWriter rect(String css, double x, double y, double width, double height) {
        return empty("rect", "class", css, "x", x, "y", y, "width", width, "height", height);
    }

    SvgWriter circle(String css, double x, double y, double radius) {
        return empty("circle", "class", css, "cx", x, "cy", y, "r", radius);
    }

    /** A circle with a text for the pointer that rests on it. */
    SvgWriter circle(String css, double x, double y, double radius, String hover) {
        return open("circle", "class", css, "cx", x, "cy", y, "r", radius)
                .text("title", hover)
                .close();
    }

    /** A line of text; y is its middle. */
    SvgWriter label(String text, String css, double x, double y) {
        return text("text", text, "class", css, "x", x, "y", y + BASELINE);
    }

    static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("Nothing can be drawn at " + value);
        }
        long tenths = Math.round(value * 10);
        String whole = (tenths < 0 ? "-" : "") + Math.abs(tenths / 10);
        return tenths % 10 == 0 ? whole : whole + "." + Math.abs(tenths % 10);
    }

    @Override
    public String toString() {
        return svg.toString();
    }

    private void begin(String element, Object... attributes) {
        svg.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            svg.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1] instanceof Double value ? number(value) : attributes[i + 1].toString());
            svg.append('"');
        }
    }

    private void escape(String text) {
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> svg.append("&amp;");
                case '<' -> svg.append("&lt;");
                case '>' -> svg.append("&gt;");
                case '"' -> svg.append("&quot;");
                default -> svg.appendCodePoint(isXml(character) ? character : '\ufffd');
            }
        });
    }

    private static boolean isXml(int character) {
        boolean isLayout = character == '\t' || character == '\n' || character == '\r';
        boolean isSurrogate = character >= 0xd800 && character < 0xe000;
        boolean isNoCharacter = character == 0xfffe || character == 0xffff;
        return isLayout || (character >= 0x20 && !isSurrogate && !isNoCharacter);
    }
}
