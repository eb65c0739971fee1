package se.trivsel.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A system that writes workbooks instead of text. */
class WorkbookNightTest {
    private static final String MORA = "2062-mora";
    private static final String ABSENCES = """
            select measure_code, period_type, period_start, value
            from bi.measure_value where measure_code in ('SF_TOT', 'SF_60') and status = 'ok' order by all""";

    @TempDir
    Path folder;

    @Test
    void theSameAbsencesInAWorkbookGiveTheSameFigures() throws IOException {
        SmallWorld text = world("text");
        text.runs();
        SmallWorld workbook = world("workbook");
        Path source = workbook.config().resolve("sources/hr/lonelista/absence.yaml");
        Files.writeString(
                source,
                Files.readString(source)
                        .replace("_{year}.csv", "_{year}.xlsx")
                        .replaceFirst("separator: .*", "layout: xlsx")
                        .replaceFirst("  charset: .*\n", "")
                        .replaceFirst("  quote: .*\n", ""));
        try (var files = Files.list(workbook.inbox().resolve(MORA))) {
            for (Path file : files.filter(file -> file.getFileName().toString().startsWith("franvaro"))
                    .toList()) {
                rewrite(file);
            }
        }

        workbook.runs();

        assertThat(workbook.manifests())
                .filteredOn(manifest -> manifest.dataset().equals("absence"))
                .isNotEmpty()
                .allSatisfy(manifest -> assertThat(manifest.findings()).isEmpty());
        assertThat(workbook.asks(ABSENCES)).isNotEmpty().isEqualTo(text.asks(ABSENCES));
    }

    private SmallWorld world(String name) {
        return new SmallWorld(folder.resolve(name)).knowsOnly("2062").receives(MORA, "anst_", "franvaro_", "arbetstid");
    }

    /** As a person would: days are days and numbers numbers. */
    private static void rewrite(Path text) throws IOException {
        List<String> lines = Files.readAllLines(text, Charset.forName("windows-1252"));
        Path path = text.resolveSibling(text.getFileName().toString().replace(".csv", ".xlsx"));
        try (var out = Files.newOutputStream(path);
                var workbook = new Workbook(out, "Prov", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Frånvaro");
            for (int row = 0; row < lines.size(); row++) {
                String[] cells = lines.get(row).split(";");
                for (int column = 0; column < cells.length; column++) {
                    write(sheet, row, column, cells[column]);
                }
            }
        }
        Files.delete(text);
    }

    private static void write(Worksheet sheet, int row, int column, String cell) {
        if (cell.matches("20\\d{6}")) {
            sheet.value(row, column, LocalDate.parse(cell, DateTimeFormatter.BASIC_ISO_DATE));
            sheet.style(row, column).format("d mmm yyyy").set();
        } else if (cell.matches("\\d+(,\\d+)?")) {
            sheet.value(row, column, new BigDecimal(cell.replace(',', '.')));
        } else {
            sheet.value(row, column, cell);
        }
    }
}
