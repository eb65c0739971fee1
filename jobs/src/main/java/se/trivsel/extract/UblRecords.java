package se.trivsel.extract;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Optional;

/**
 * The lines of Peppol BIS Billing 3 invoices and credit notes: one XML file, or many in a {@code .zip}.
 *
 * <p>Lines of text are counted on from one XML file to the next, in the order of the zip.
 */
final class UblRecords implements Records {
    /** A large municipality has some thousand invoices a month; each is read by itself. */
    private static final UnpackingLimits LIMITS = new UnpackingLimits(20_000, 16L << 30, 200);

    private static final long MOST_BYTES = 64 << 20;

    private final InputStream bytes;
    private final Optional<ZipEntries> zip;
    private final RenderedRows rows = new RenderedRows();
    private Optional<UblInvoice> invoice = Optional.empty();
    private int linesBefore;
    private boolean hasHeadings;

    private UblRecords(InputStream bytes, Optional<ZipEntries> zip) {
        this.bytes = bytes;
        this.zip = zip;
    }

    static UblRecords open(ByteSource delivered) throws IOException, UnreadableDelivery {
        var packed = new PushbackInputStream(delivered.open(), FileKind.LONGEST);
        if (FileKind.of(packed) == FileKind.ZIP) {
            var zip = new ZipEntries(new CountedBytes(packed), LIMITS);
            return new UblRecords(zip, Optional.of(zip));
        }
        packed.close();
        InputStream one = Unpacked.of(delivered).open();
        var records = new UblRecords(one, Optional.empty());
        records.invoice = Optional.of(records.open(one));
        return records;
    }

    private UblInvoice open(InputStream xml) throws IOException, UnreadableDelivery {
        var limit = new UnpackingLimits(1, MOST_BYTES, Integer.MAX_VALUE);
        return UblInvoice.open(new Left(new BoundedBytes(xml, new CountedBytes(xml), limit)), linesBefore);
    }

    /** Bytes that an XML reader does not close at the end of its document: the next one follows in the same zip. */
    private static final class Left extends FilterInputStream {
        Left(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return in.read(bytes, offset, length);
        }

        @Override
        public void close() {
            // Closed with the records.
        }
    }

    @Override
    public Optional<WrittenRecord> next() throws IOException, UnreadableDelivery {
        if (!hasHeadings) {
            hasHeadings = true;
            return Optional.of(new WrittenRecord(1, UblInvoice.HEADINGS.toArray(String[]::new), 0, 0));
        }
        while (invoice.isPresent() || startNext()) {
            UblInvoice open = invoice.orElseThrow();
            Optional<String[]> row = open.next();
            if (row.isPresent()) {
                return Optional.of(rows.add(open.line(), row.get()));
            }
            linesBefore = open.line();
            invoice = Optional.empty();
        }
        return Optional.empty();
    }

    private boolean startNext() throws IOException, UnreadableDelivery {
        if (zip.isEmpty() || !zip.get().next()) {
            return false;
        }
        invoice = Optional.of(open(zip.get()));
        return true;
    }

    @Override
    public String text(long from, long to) {
        return rows.text(from, to);
    }

    @Override
    public void forget(long position) {
        rows.forget(position);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
