package se.trivsel.extract;

import java.io.IOException;
import java.util.Optional;
import se.trivsel.contract.FileFormat;
import se.trivsel.contract.Layout;

/** Opens a delivery with the reader of its layout, unpacked where it was packed. */
final class Formats {
    private Formats() {}

    static Records open(ByteSource delivered, FileFormat format) throws IOException, UnreadableDelivery {
        try {
            return new Answering(records(delivered, format));
        } catch (RefusedPacking refused) {
            throw refused.asUnreadable();
        }
    }

    private static Records records(ByteSource delivered, FileFormat format) throws IOException, UnreadableDelivery {
        Layout layout = format.layout();
        if (layout instanceof Layout.Delimited delimited) {
            return DelimitedRecords.open(Unpacked.of(delivered), delimited);
        }
        if (layout instanceof Layout.FixedWidth fixedWidth) {
            return FixedWidthRecords.open(Unpacked.of(delivered), fixedWidth);
        }
        if (layout instanceof Layout.Sie sie) {
            return SieRecords.open(Unpacked.of(delivered), sie);
        }
        if (layout instanceof Layout.Ubl) {
            return UblRecords.open(delivered);
        }
        if (layout instanceof Layout.Xlsx xlsx) {
            return XlsxRecords.open(delivered, xlsx, format);
        }
        throw new IllegalArgumentException("A layout that nobody reads: " + layout);
    }

    /** Records that tell the sender of a packing which cannot be read on, whoever came upon it. */
    private record Answering(Records records) implements Records {
        @Override
        public Optional<WrittenRecord> next() throws IOException, UnreadableDelivery {
            try {
                return records.next();
            } catch (RefusedPacking refused) {
                throw refused.asUnreadable();
            }
        }

        @Override
        public String text(long from, long to) {
            return records.text(from, to);
        }

        @Override
        public void forget(long position) {
            records.forget(position);
        }

        @Override
        public void close() throws IOException {
            records.close();
        }
    }
}
