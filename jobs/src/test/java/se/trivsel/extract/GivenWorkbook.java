package se.trivsel.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A workbook written part by part, so that it can be what no library would write.
 *
 * <p>Its styles are: 0 general, 1 a day, 2 a moment, 3 percent, 4 hours, 5 a month, 6 kronor.
 */
final class GivenWorkbook {
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String MAIN = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    /** A workbook of one sheet, {@code Data}, with these rows and shared texts. */
    GivenWorkbook(String rows, String... shared) {
        part("[Content_Types].xml", """
                <Types><Override PartName="/xl/workbook.xml" ContentType="%ssheet.main+xml"/></Types>""".formatted(TYPES));
        sheets("<sheet name=\"Data\" sheetId=\"1\" r:id=\"r1\"/>");
        part("xl/_rels/workbook.xml.rels", """
                <Relationships>
                  <Relationship Id="r1" Type="%1$s/worksheet" Target="worksheets/sheet1.xml"/>
                  <Relationship Id="r2" Type="%1$s/worksheet" Target="/xl/worksheets/sheet2.xml"/>
                  <Relationship Id="r3" Type="%1$s/chartsheet" Target="chartsheets/sheet1.xml"/>
                  <Relationship Id="r4" Type="%1$s/styles" Target="styles.xml"/>
                  <Relationship Id="r5" Type="%1$s/sharedStrings" Target="sharedStrings.xml"/>
                </Relationships>""".formatted(RELATIONS));
        part("xl/styles.xml", """
                <styleSheet%s>
                  <numFmts>
                    <numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/>
                    <numFmt numFmtId="165" formatCode="[$-41D]mmm\\-yy;@"/>
                    <numFmt numFmtId="166" formatCode="#,##0.00\\ &quot;kr dyrt&quot;"/>
                  </numFmts>
                  <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
                  <cellXfs>
                    <xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="46"/>
                    <xf numFmtId="165"/><xf numFmtId="166"/>
                  </cellXfs>
                </styleSheet>""".formatted(MAIN));
        sheet(1, rows);
        part("xl/sharedStrings.xml", "<sst" + MAIN + ">" + String.join("", shared) + "</sst>");
    }

    /** Says which tabs there are; the relations r1 and r2 are sheets, r3 is a chart. */
    GivenWorkbook sheets(String tabs) {
        return part(
                "xl/workbook.xml",
                "<workbook%s xmlns:r=\"%s\"><workbookPr/><sheets>%s</sheets></workbook>"
                        .formatted(MAIN, RELATIONS, tabs));
    }

    GivenWorkbook sheet(int number, String rows) {
        return part(
                "xl/worksheets/sheet" + number + ".xml",
                "<worksheet" + MAIN + "><sheetData>" + rows + "</sheetData></worksheet>");
    }

    GivenWorkbook part(String name, String xml) {
        parts.put(name, xml.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    GivenWorkbook without(String name) {
        parts.remove(name);
        return this;
    }

    /** Puts a part behind all others. */
    GivenWorkbook last(String name) {
        parts.put(name, parts.remove(name));
        return this;
    }

    GivenWorkbook from1904() {
        String workbook = new String(parts.get("xl/workbook.xml"), StandardCharsets.UTF_8);
        return part("xl/workbook.xml", workbook.replace("<workbookPr/>", "<workbookPr date1904=\"1\"/>"));
    }

    byte[] bytes() throws IOException {
        return Packed.zip(parts);
    }
}
