package se.trivsel.warehouse;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question that people have, and how to ask it in SQL of a published file.
 *
 * <p>The query is empty where the figures cannot answer: a question that is left out would be asked again, and answered by
 * something that only looks like it.
 *
 * @param mind what would be misread in the answer, or why there is none
 */
record ExampleQuery(int number, String askedBy, String question, String query, String mind) {
    private static final Pattern NAME = Pattern.compile("(\\d\\d)_[a-z0-9_]+");

    ExampleQuery {
        if (askedBy.isBlank() || question.isBlank() || mind.isBlank()) {
            throw new IllegalArgumentException("Who asks what, and what to mind: question " + number);
        }
    }

    /** Reads a file such as {@code sql/80_question/01_twelve_or_sixty.sql}. */
    static ExampleQuery of(SqlFile file) {
        Matcher name = NAME.matcher(file.name());
        List<SqlStatement> statements = file.asWritten();
        if (!name.matches() || statements.size() > 1) {
            throw new IllegalArgumentException(
                    "Not one question, with a name such as 01_twelve_or_sixty: " + file.place());
        }
        return new ExampleQuery(
                Integer.parseInt(name.group(1)),
                file.header("Asked by").orElse(""),
                file.purpose(),
                statements.stream().map(SqlStatement::text).findFirst().orElse(""),
                file.header("Mind").orElse(""));
    }
}
