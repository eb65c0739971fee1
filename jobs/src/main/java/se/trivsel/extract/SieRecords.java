package se.trivsel.extract;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.trivsel.contract.Layout;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.Place;

/**
 * The postings ({@code #TRANS}) of a SIE 4 file, each with what its voucher, its account and the file say about it.
 *
 * <p>A file without a word of {@code #DIM} still has the dimensions that the standard reserves: they are fields in any
 * case, empty when no posting has an object. A posting that was struck ({@code #BTRANS}) is none, and one that was added
 * ({@code #RTRANS}) stands there again as an ordinary one. Of a checksum it is only looked whether it ends: programs do
 * not agree on what it is taken over.
 */
final class SieRecords implements Records {
    private static final List<String> OWN_FIELDS = List.of(
            "verifikation",
            "verifikationsdatum",
            "verifikationstext",
            "konto",
            "kontonamn",
            "belopp",
            "transaktionsdatum",
            "transaktionstext",
            "kvantitet",
            "valuta",
            "orgnr");
    private static final List<String> RESERVED_DIMENSIONS = List.of("1", "2", "6", "7", "8", "9", "10");
    private static final Pattern DECLARED = Pattern.compile("(?m)^\\s*#FORMAT\\s+\"?([\\w-]+)");
    private static final int LOOKED_AT = 1 << 13;
    private static final int LONGEST_LINE = 1 << 16;
    private static final int MOST_ACCOUNTS = 100_000;

    private final DecodedText file;
    private final RememberingReader text;
    private final Map<String, String> nameByAccount = new HashMap<>();
    private final TreeSet<Integer> dimensions = new TreeSet<>();
    private List<String> headings = List.of();
    private String currency = "SEK";
    private String organisation = "";
    private Optional<SieLine> voucher = Optional.empty();
    private Optional<BigDecimal> balance = Optional.empty();
    private int voucherLine;
    private int checksumLine;
    private int line;
    private long lineStart;
    private boolean isAfterReturn;
    private long lastStart = -1;
    private boolean isRemembering;

    private SieRecords(DecodedText file) {
        this.file = file;
        this.text = file.reader();
        RESERVED_DIMENSIONS.forEach(dimension -> dimensions.add(Integer.valueOf(dimension)));
    }

    static SieRecords open(ByteSource file, Layout.Sie layout) throws IOException, UnreadableDelivery {
        Charset charset = layout.charset().isPresent() ? layout.charset().get() : declared(file);
        // Its lines are bounded one by one, as they are read.
        return new SieRecords(DecodedText.open(file, charset, 0, Long.MAX_VALUE));
    }

    /** What the file says it is in; {@code PC8} is what the standard calls code page 437. */
    private static Charset declared(ByteSource file) throws IOException, UnreadableDelivery {
        String start;
        try (InputStream in = file.open()) {
            start = new String(in.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1);
        }
        Matcher format = DECLARED.matcher(start);
        String name = format.find() ? String.valueOf(format.group(1)) : "PC8";
        try {
            return Charset.forName(name.equals("PC8") ? "IBM437" : name);
        } catch (IllegalArgumentException unknown) {
            throw new UnreadableDelivery(new Finding(FindingCode.UNREADABLE_TEXT, Place.line(1)));
        }
    }

    @Override
    public Optional<WrittenRecord> next() throws IOException, UnreadableDelivery {
        try {
            return headings.isEmpty() ? Optional.of(readHead()) : posting();
        } catch (CharacterCodingException notText) {
            throw file.unreadable();
        }
    }

    /** Reads to the first voucher, and makes the headings that this file could have had. */
    private WrittenRecord readHead() throws IOException, UnreadableDelivery {
        boolean isFirst = true;
        for (Optional<SieLine> read = read(); read.isPresent(); read = read()) {
            SieLine head = read.get();
            if (isFirst && !head.label().isEmpty()) {
                if (!head.label().startsWith("#")) {
                    throw new UnreadableDelivery(new Finding(FindingCode.UNEXPECTED_FORMAT, Place.WHOLE_FILE));
                }
                isFirst = false;
            }
            if (head.label().equals("#VER")) {
                begin(head);
                break;
            }
            note(head);
            text.forget(text.end());
        }
        var all = new ArrayList<>(OWN_FIELDS);
        dimensions.forEach(dimension -> all.add("objekt " + dimension));
        headings = List.copyOf(all);
        return new WrittenRecord(1, headings.toArray(String[]::new), text.end(), text.end());
    }

    private Optional<WrittenRecord> posting() throws IOException, UnreadableDelivery {
        while (true) {
            if (!isRemembering) {
                text.forget(text.end());
            }
            Optional<SieLine> read = read();
            if (read.isEmpty()) {
                refuseIf(voucher.isPresent(), voucherLine);
                refuseIf(checksumLine > 0, checksumLine);
                return Optional.empty();
            }
            switch (read.get().label()) {
                case "#VER" -> {
                    refuseIf(voucher.isPresent(), voucherLine);
                    begin(read.get());
                }
                case "#TRANS" -> {
                    refuseIf(voucher.isEmpty(), line);
                    lastStart = lineStart;
                    isRemembering = true;
                    return Optional.of(new WrittenRecord(line, fields(read.get()), lineStart, text.end()));
                }
                case "}" -> {
                    refuseIf(voucher.isEmpty(), line);
                    end();
                }
                default -> note(read.get());
            }
        }
    }

    private void begin(SieLine begun) {
        voucher = Optional.of(begun);
        voucherLine = line;
        balance = Optional.of(BigDecimal.ZERO);
    }

    private void end() throws UnreadableDelivery {
        if (balance.isPresent() && balance.get().signum() != 0) {
            throw new UnreadableDelivery(new Finding(FindingCode.CONTROL_TOTAL_DIFFERS, Place.line(voucherLine)));
        }
        voucher = Optional.empty();
    }

    private String[] fields(SieLine posting) {
        SieLine of = voucher.orElseThrow();
        String account = posting.field(0);
        String amount = posting.field(1);
        balance = balance.flatMap(sum -> sum(sum, amount));
        var fields = new ArrayList<String>(headings.size());
        fields.add((of.field(0) + " " + of.field(1)).strip());
        fields.add(of.field(2));
        fields.add(of.field(3));
        fields.add(account);
        fields.add(nameByAccount.getOrDefault(account, ""));
        fields.add(amount);
        fields.add(posting.field(2));
        fields.add(posting.field(3));
        fields.add(posting.field(4));
        fields.add(currency);
        fields.add(organisation);
        dimensions.forEach(dimension -> fields.add(posting.objects().getOrDefault(Integer.toString(dimension), "")));
        return fields.toArray(String[]::new);
    }

    /** Nothing where an amount is none: that is the row's own fault, and a sum without it would say nothing. */
    private static Optional<BigDecimal> sum(BigDecimal sum, String amount) {
        try {
            return Optional.of(sum.add(new BigDecimal(amount)));
        } catch (NumberFormatException notAnAmount) {
            return Optional.empty();
        }
    }

    private void note(SieLine told) throws UnreadableDelivery {
        switch (told.label()) {
            case "#KONTO" -> {
                nameByAccount.put(told.field(0), told.field(1));
                refuseIf(nameByAccount.size() > MOST_ACCOUNTS, line);
            }
            case "#DIM", "#UNDERDIM" -> {
                if (headings.isEmpty() && told.field(0).matches("[1-9]\\d{0,3}")) {
                    dimensions.add(Integer.valueOf(told.field(0)));
                }
            }
            case "#KSUMMA" -> checksumLine = told.fields().isEmpty() ? line : 0;
            case "#VALUTA" -> currency = told.field(0);
            case "#ORGNR" -> organisation = told.field(0);
            default -> {}
        }
    }

    /** The next line taken apart; nothing after the last one. */
    private Optional<SieLine> read() throws IOException, UnreadableDelivery {
        var written = new StringBuilder();
        lineStart = text.end();
        int sign = text.read();
        if (isAfterReturn && sign == '\n') {
            lineStart = text.end();
            sign = text.read();
        }
        isAfterReturn = false;
        if (sign < 0) {
            return Optional.empty();
        }
        line++;
        while (sign >= 0 && sign != '\n' && sign != '\r') {
            written.append((char) sign);
            refuseIf(written.length() > LONGEST_LINE, line);
            sign = text.read();
        }
        isAfterReturn = sign == '\r';
        Optional<SieLine> read = SieLine.read(written.toString());
        refuseIf(read.isEmpty(), line);
        return read;
    }

    private static void refuseIf(boolean isMalformed, int line) throws UnreadableDelivery {
        if (isMalformed) {
            throw new UnreadableDelivery(new Finding(FindingCode.MALFORMED_FILE, Place.line(line)));
        }
    }

    @Override
    public String text(long from, long to) {
        return text.text(from, to);
    }

    @Override
    public void forget(long position) {
        text.forget(position);
        isRemembering = lastStart >= position;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
