package se.trivsel.warehouse;

import java.util.ArrayList;
import java.util.List;

/**
 * One statement of a SQL file and the line of the file it begins on, both counted without the comments before it.
 *
 * <p>A semicolon in a string or a comment ends nothing, which is why files are split here and not at every semicolon.
 */
public record SqlStatement(String text, int line) {

    /** The statements of a file, in its order. */
    public static List<SqlStatement> split(String text) {
        var statements = new ArrayList<SqlStatement>();
        int start = skipBlank(text, 0);
        int at = start;
        while (at < text.length()) {
            if (text.charAt(at) == ';') {
                statements.add(statement(text, start, at));
                start = skipBlank(text, at + 1);
                at = start;
                continue;
            }
            at = skipToken(text, at);
        }
        if (start < text.length()) {
            statements.add(statement(text, start, text.length()));
        }
        return List.copyOf(statements);
    }

    /** The text with every comment and the inside of every string made blank, line breaks kept. */
    static String bare(String text) {
        var bare = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int next = skipToken(text, at);
            String token = text.substring(at, next);
            bare.append(next - at > 1 ? token.replaceAll("[^\\n]", " ") : token);
            at = next;
        }
        return bare.toString();
    }

    private static SqlStatement statement(String text, int start, int end) {
        int line = 1
                + (int) text.substring(0, start)
                        .chars()
                        .filter(sign -> sign == '\n')
                        .count();
        return new SqlStatement(text.substring(start, end).strip(), line);
    }

    private static int skipBlank(String text, int from) {
        int at = from;
        while (at < text.length()) {
            boolean isComment = text.startsWith("--", at) || text.startsWith("/*", at);
            if (!isComment && !Character.isWhitespace(text.charAt(at))) {
                return at;
            }
            at = skipToken(text, at);
        }
        return at;
    }

    /** The end of the string, comment or single character that begins here. */
    private static int skipToken(String text, int at) {
        if (text.startsWith("--", at)) {
            return until(text, "\n", at + 2, 0);
        }
        if (text.startsWith("/*", at)) {
            return until(text, "*/", at + 2, 2);
        }
        char sign = text.charAt(at);
        if (sign == '\'' || sign == '"') {
            return until(text, String.valueOf(sign), at + 1, 1);
        }
        return at + 1;
    }

    private static int until(String text, String end, int from, int length) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + length;
    }
}
