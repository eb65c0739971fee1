package se.trivsel.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table in Markdown, with the headings that its section chose; printed when its section is through. */
final class Table {
    private final List<String> lines = new ArrayList<>();

    Table(String... headings) {
        row(headings);
        lines.add("|" + "---|".repeat(headings.length));
    }

    void row(String... cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
    }

    void print() {
        lines.forEach(System.out::println);
        System.out.println();
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String rounded(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    /** As exact as anybody wants it: {@code 3.27}, {@code 33.6}. */
    static String decimal(double number) {
        return String.format(Locale.ROOT, number < 10 ? "%.2f" : "%.1f", number);
    }

    /** A ratio of two medians. */
    static String times(double part, double whole) {
        return String.format(Locale.ROOT, "%.2f", part / whole);
    }
}
