package se.trivsel.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartPageTest {
    @TempDir
    private Path folder;

    @Test
    void theFirstReleaseIsNotSaidToBeUnchanged() throws IOException, SQLException {
        assertThat(page(true).changes()).containsExactly("Det här är den första utgåvan.");
    }

    @Test
    void aLaterReleaseWithoutRevisionsSaysThatNothingHasChanged() throws IOException, SQLException {
        assertThat(page(false).changes()).containsExactly("Ingen siffra har ändrats.");
    }

    private StartPage page(boolean isFirst) throws IOException, SQLException {
        try (Queries queries = SmallRelease.with(
                folder,
                "alter table bi.freshness add column overdue_deliveries bigint",
                "create table bi.measure_value (status varchar)")) {
            return StartPage.of(queries, Catalogue.read(queries), isFirst);
        }
    }
}
