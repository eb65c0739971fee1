package se.trivsel.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How wide a text becomes at most, in the widest of the usual sans-serif typefaces.
 *
 * <p>An estimate on the safe side: the reader's typeface is not known where a chart is written, and a label that has
 * too much room is better than one that is cut. No table knows every script; what is not in it counts as wide.
 */
final class TextWidth {
    static final double SIZE = 14;

    /** Widths in hundredths of the size, as DejaVu Sans has them, the widest of those that browsers fall back on. */
    private static final String[] CLASSES = {
        "30 IJijl'ÌÍÎÏìíîï",
        "35  ,./:;\\|¦·\u00a0",
        "40 ()-[]ft",
        "45 !r¡²³¹",
        "50 \"*_`§¨ª¯°´¸º–’",
        "55 ?csz¿ç”",
        "60 FLkvxyýÿ",
        "65 $0123456789EPSTYabdeghnopqu{}¢£¤¥«µ¶»ÈÉÊËÝÞßàáâãäåèéêëðñòóôõöøùúûüþ",
        "70 ABCKRVXZÀÁÂÃÄÅÇ",
        "75 NUÑÙÚÛÜ",
        "80 &DGHOQÐÒÓÔÕÖØ",
        "85 #+<=>^w~¬±×÷−"
    };

    private static final int WIDE = 105;
    private static final int WIDEST = 140;
    private static final double BOLD = 1.15;

    private static final int[] WIDTHS = widths();

    private TextWidth() {}

    static double of(String text, boolean bold) {
        int width = text.codePoints().map(TextWidth::width).sum();
        return width / 100.0 * SIZE * (bold ? BOLD : 1);
    }

    static double ofWidest(List<String> texts, boolean bold) {
        return texts.stream().mapToDouble(text -> of(text, bold)).max().orElse(0);
    }

    /** The text, or its beginning and an ellipsis. */
    static String fit(String text, double room, boolean bold) {
        if (of(text, bold) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0 && of(text.substring(0, end) + "…", bold) > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    /** On two lines at most, broken between words; what does not fit on the second ends with an ellipsis. */
    static List<String> wrap(String text, double room, boolean bold) {
        if (of(text, bold) <= room) {
            return List.of(text);
        }
        int end = 0;
        for (int space = text.indexOf(' '); space > 0; space = text.indexOf(' ', space + 1)) {
            if (of(text.substring(0, space), bold) <= room) {
                end = space;
            }
        }
        if (end == 0) {
            return List.of(fit(text, room, bold));
        }
        List<String> lines = new ArrayList<>();
        lines.add(text.substring(0, end));
        lines.add(fit(text.substring(end + 1), room, bold));
        return lines;
    }

    private static int width(int character) {
        if (character < WIDTHS.length) {
            return WIDTHS[character];
        }
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> Character.isSupplementaryCodePoint(character) ? WIDEST : WIDE;
        };
    }

    private static int[] widths() {
        int[] widths = new int[0x2213];
        Arrays.fill(widths, WIDE);
        for (String line : CLASSES) {
            int width = Integer.parseInt(line.substring(0, 2));
            line.substring(3).chars().forEach(character -> widths[character] = width);
        }
        return widths;
    }
}
