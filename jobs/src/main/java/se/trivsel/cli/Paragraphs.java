package se.trivsel.cli;

import java.io.PrintStream;

/** Text on a page of a hundred columns. Words are never broken: one that is longer stands out. */
record Paragraphs(PrintStream output) {
    private static final int WIDTH = 100;
    private static final int INDENT = 18;

    /** Text broken between words, to the right of its name if it has one. */
    void write(String name, String text) {
        String margin = name.isEmpty() ? "" : " ".repeat(INDENT);
        var line = new StringBuilder(name.isEmpty() ? "" : name + " ".repeat(Math.max(1, INDENT - name.length())));
        int begun = line.length();
        for (String word : text.split(" ", -1)) {
            if (line.length() > begun && line.length() + word.length() > WIDTH) {
                output.println(line.toString().stripTrailing());
                line = new StringBuilder(margin);
                begun = line.length();
            }
            line.append(word).append(' ');
        }
        output.println(line.toString().stripTrailing());
    }
}
