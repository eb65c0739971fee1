package se.trivsel.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlStatementTest {
    @Test
    void aSemicolonInAStringOrACommentEndsNothing() {
        assertThat(SqlStatement.split("select ';' -- not here;\n, 'it''s; so', \"a;b\" /* nor; here */;\n\nselect 2"))
                .extracting(SqlStatement::text)
                .containsExactly("select ';' -- not here;\n, 'it''s; so', \"a;b\" /* nor; here */", "select 2");
    }

    @Test
    void aStatementBeginsAfterTheCommentsBeforeIt() {
        assertThat(SqlStatement.split("-- what for\n-- Grain: none.\n\nselect 1;\n/* and\nthen */ select 2;\n"))
                .containsExactly(new SqlStatement("select 1", 4), new SqlStatement("select 2", 6));
    }

    @Test
    void aFileOfCommentsHasNoStatement() {
        assertThat(SqlStatement.split("-- nothing; to run\n")).isEmpty();
    }

    @Test
    void bareCodeKeepsItsLinesAndLosesItsWords() {
        assertThat(SqlStatement.bare("select 'from x' -- from y\nfrom z"))
                .isEqualTo("select                   \nfrom z");
    }
}
