package se.trivsel.extract;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import se.trivsel.contract.Layout;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Place;

/**
 * An Excel workbook ({@code .xlsx}): what it says of its sheets, and the one that is asked for.
 *
 * <p>Its parts lie in a zip in any order, so the file is gone through once for each part that is needed. That takes time
 * and no disk, and of memory only what the shared texts take.
 */
final class Workbook {
    private static final UnpackingLimits LIMITS = new UnpackingLimits(4096, 16L << 30, 200);

    /** A text takes some bytes even where it is empty. */
    private static final int TEXT_OVERHEAD = 40;

    private static final long MOST_SHARED = 128L << 20;

    /** Of a part that says what other parts mean; it is kept in memory. */
    private static final UnpackingLimits DESCRIPTION = new UnpackingLimits(1, 16 << 20, Integer.MAX_VALUE);

    private static final Set<String> WORKBOOKS = Set.of(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            "application/vnd.ms-excel.sheet.macroEnabled.main+xml");
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final ByteSource delivered;
    private final List<Sheet> sheets = new ArrayList<>();
    private final Map<String, Relation> relations = new HashMap<>();
    private final List<CellFormat> formats = new ArrayList<>();
    private final List<String> shared = new ArrayList<>();
    private boolean isFrom1904;

    private Workbook(ByteSource delivered) {
        this.delivered = delivered;
    }

    /** @throws UnreadableDelivery when it is no workbook, or breaks its own rules */
    static Workbook open(ByteSource delivered) throws IOException, UnreadableDelivery {
        try (var bytes = new PushbackInputStream(delivered.open(), FileKind.LONGEST)) {
            if (FileKind.of(bytes) != FileKind.ZIP) {
                throw refused(FindingCode.UNEXPECTED_FORMAT);
            }
        }
        var workbook = new Workbook(delivered);
        workbook.read();
        return workbook;
    }

    private void read() throws IOException, UnreadableDelivery {
        String name = mainPart().orElseThrow(() -> refused(FindingCode.UNEXPECTED_FORMAT));
        String folder = name.substring(0, name.lastIndexOf('/') + 1);
        readPart(name, this::readWorkbook);
        readPart(folder + "_rels/" + name.substring(folder.length()) + ".rels", xml -> readRelation(xml, folder));
        for (Relation relation : List.copyOf(relations.values())) {
            if (relation.is("styles")) {
                readStyles(relation.part());
            } else if (relation.is("sharedStrings")) {
                readShared(relation.part());
            }
        }
    }

    /** The sheets that hold cells and are shown, in their order; a chart is none. */
    private List<Sheet> shown() {
        return sheets.stream()
                .filter(sheet -> sheet.isShown() && relation(sheet).is("worksheet"))
                .toList();
    }

    private Relation relation(Sheet sheet) {
        return relations.getOrDefault(sheet.relation(), Relation.NONE);
    }

    /** The part that holds the agreed sheet; by its name also where it is hidden. */
    Part sheet(Layout.Xlsx layout) throws IOException, UnreadableDelivery {
        List<Sheet> shown = shown();
        Optional<Sheet> agreed = layout.sheet().isPresent()
                ? sheets.stream()
                        .filter(sheet -> sheet.name()
                                .strip()
                                .equalsIgnoreCase(layout.sheet().get().strip()))
                        .findFirst()
                : shown.stream().skip(layout.sheetNumber() - 1L).findFirst();
        Relation relation = relation(agreed.orElseThrow(() -> refused(FindingCode.MISSING_SHEET)));
        return part(relation.part()).orElseThrow(() -> refused(FindingCode.MALFORMED_FILE));
    }

    boolean isFrom1904() {
        return isFrom1904;
    }

    /** The format that a cell's style stands for. */
    CellFormat format(String style) {
        try {
            int index = style.isEmpty() ? 0 : Integer.parseInt(style);
            return index >= 0 && index < formats.size() ? formats.get(index) : CellFormat.NUMBER;
        } catch (NumberFormatException notANumber) {
            return CellFormat.NUMBER;
        }
    }

    /** The text that several cells share; nothing where there is none of that number. */
    Optional<String> shared(String number) {
        try {
            int index = Integer.parseInt(number.strip());
            return index >= 0 && index < shared.size() ? Optional.of(shared.get(index)) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private Optional<String> mainPart() throws IOException, UnreadableDelivery {
        var found = new ArrayList<String>();
        Optional<Part> types = description("[Content_Types].xml");
        if (types.isEmpty()) {
            return Optional.empty();
        }
        try (Part part = types.get()) {
            part.forEachElement(xml -> {
                if (WORKBOOKS.contains(attribute(xml, "ContentType"))) {
                    String name = attribute(xml, "PartName");
                    found.add(name.isEmpty() ? "xl/workbook.xml" : name.replaceFirst("^/", ""));
                }
            });
        }
        return found.stream().findFirst();
    }

    private void readWorkbook(XMLStreamReader xml) {
        if (xml.getLocalName().equals("sheet")) {
            boolean isShown = Set.of("", "visible").contains(attribute(xml, "state"));
            sheets.add(new Sheet(attribute(xml, "name"), attribute(xml, "id"), isShown));
        } else if (xml.getLocalName().equals("workbookPr")) {
            isFrom1904 = Set.of("1", "true").contains(attribute(xml, "date1904"));
        }
    }

    private void readRelation(XMLStreamReader xml, String folder) {
        if (xml.getLocalName().equals("Relationship")) {
            String target = attribute(xml, "Target");
            String part = target.startsWith("/") ? target.substring(1) : folder + target;
            relations.put(attribute(xml, "Id"), new Relation(attribute(xml, "Type"), part));
        }
    }

    private void readStyles(String name) throws IOException, UnreadableDelivery {
        var codeById = new HashMap<String, String>();
        var inCells = new boolean[1];
        readPart(name, xml -> {
            switch (xml.getLocalName()) {
                case "numFmt" -> codeById.put(attribute(xml, "numFmtId"), attribute(xml, "formatCode"));
                case "cellXfs" -> inCells[0] = true;
                case "cellStyleXfs", "cellStyles", "dxfs" -> inCells[0] = false;
                case "xf" -> {
                    if (inCells[0]) {
                        formats.add(format(attribute(xml, "numFmtId"), codeById));
                    }
                }
                default -> {}
            }
        });
    }

    private static CellFormat format(String id, Map<String, String> codeById) {
        String code = codeById.getOrDefault(id, "");
        if (!code.isEmpty()) {
            return CellFormat.of(code);
        }
        return id.matches("\\d{1,4}") ? CellFormat.builtIn(Integer.parseInt(id)) : CellFormat.NUMBER;
    }

    private void readShared(String name) throws IOException, UnreadableDelivery {
        Optional<Part> texts = part(name);
        if (texts.isEmpty()) {
            return;
        }
        long taken = 0;
        try (Part part = texts.get()) {
            while (part.next()) {
                if (part.begins("si")) {
                    String text = part.text("si");
                    shared.add(text);
                    taken += text.length() + TEXT_OVERHEAD;
                    if (taken > MOST_SHARED) {
                        throw refused(FindingCode.ARCHIVE_TOO_LARGE);
                    }
                }
            }
        }
    }

    /** Looks at each element of a part that has to be there. */
    private void readPart(String name, Look look) throws IOException, UnreadableDelivery {
        try (Part part = description(name).orElseThrow(() -> refused(FindingCode.MALFORMED_FILE))) {
            part.forEachElement(look);
        }
    }

    private Optional<Part> description(String name) throws IOException, UnreadableDelivery {
        return part(name, zip -> new BoundedBytes(zip, new CountedBytes(zip), DESCRIPTION));
    }

    private Optional<Part> part(String name) throws IOException, UnreadableDelivery {
        return part(name, zip -> zip);
    }

    private Optional<Part> part(String name, UnaryOperator<InputStream> bounds) throws IOException, UnreadableDelivery {
        InputStream bytes = delivered.open();
        try {
            var zip = new ZipEntries(new CountedBytes(new BufferedInputStream(bytes, 1 << 16)), LIMITS);
            while (zip.next()) {
                if (zip.isNamed(name)) {
                    return Optional.of(new Part(SentXml.open(bounds.apply(zip), 0), zip));
                }
            }
            zip.close();
            return Optional.empty();
        } catch (IOException | UnreadableDelivery | RuntimeException refused) {
            bytes.close();
            throw refused;
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static UnreadableDelivery refused(FindingCode code) {
        return new UnreadableDelivery(new Finding(code, Place.WHOLE_FILE));
    }

    /** A tab of the workbook. */
    private record Sheet(String name, String relation, boolean isShown) {}

    /** A part that another one points at, and what it is to it. */
    private record Relation(String type, String part) {
        static final Relation NONE = new Relation("", "");

        /** Types are addresses, of which there are two sets that end the same. */
        boolean is(String kind) {
            return type.endsWith("/" + kind);
        }
    }

    @FunctionalInterface
    private interface Look {
        void at(XMLStreamReader xml);
    }

    /** An XML part being read. */
    static final class Part implements Closeable {
        private final XMLStreamReader xml;
        private final InputStream zip;
        private int row;
        private int event = XMLStreamConstants.START_DOCUMENT;

        Part(XMLStreamReader xml, InputStream zip) {
            this.xml = xml;
            this.zip = zip;
        }

        /** Goes on; false at the end of the part. */
        boolean next() throws IOException, UnreadableDelivery {
            try {
                if (!xml.hasNext()) {
                    return false;
                }
                event = xml.next();
                return true;
            } catch (XMLStreamException broken) {
                throw SentXml.refusal(broken, row);
            }
        }

        /** Says which row of a sheet is being read, for what there is to tell. */
        void at(int number) {
            row = number;
        }

        boolean begins(String element) {
            return event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals(element);
        }

        boolean ends(String element) {
            return event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element);
        }

        /** What an element's attribute says; empty where it has none of that name. */
        String attribute(String name) {
            return Workbook.attribute(xml, name);
        }

        void forEachElement(Look look) throws IOException, UnreadableDelivery {
            while (next()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    look.at(xml);
                }
            }
        }

        /** The text in the element just begun, to its end; how a Japanese word is spoken is left out. */
        String text(String element) throws IOException, UnreadableDelivery {
            var text = new StringBuilder();
            boolean isSpoken = false;
            boolean isText = element.equals("v");
            while (next() && !ends(element)) {
                isSpoken = begins("rPh") || (isSpoken && !ends("rPh"));
                isText = begins("t") || (isText && !ends("t"));
                if (isText && !isSpoken && xml.hasText()) {
                    text.append(xml.getText());
                }
                if (text.length() > WrittenRecord.LONGEST) {
                    throw malformed();
                }
            }
            return ESCAPE.matcher(text)
                    .replaceAll(escape ->
                            Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(escape.group(1), 16))));
        }

        UnreadableDelivery malformed() {
            return new UnreadableDelivery(new Finding(FindingCode.MALFORMED_FILE, Place.line(row)));
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
