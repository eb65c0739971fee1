package se.trivsel.lake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;
import se.trivsel.contract.Column;
import se.trivsel.contract.Contract;
import se.trivsel.normalise.NormalisedRow;
import se.trivsel.vocabulary.DurableFiles;

/**
 * One delivery's Parquet file while it is written: the contract's stored columns, then {@code delivery_id}, {@code
 * line_no} and {@code missing_reasons}.
 *
 * <p>Until {@link #commit} it has a temporary name that no reader looks for; closing without it leaves nothing.
 */
final class LakeFile implements Closeable {
    private static final long ROW_GROUP_BYTES = 32L << 20;

    private final Path target;
    private final Path temporary;
    private final ParquetWriter<NormalisedRow> writer;
    private boolean isClosed;

    private LakeFile(Path target, Path temporary, ParquetWriter<NormalisedRow> writer) {
        this.target = target;
        this.temporary = temporary;
        this.writer = writer;
    }

    static LakeFile create(Path target, Contract contract, String deliveryId) throws IOException {
        Files.createDirectories(target.resolveSibling(""));
        Path temporary = DurableFiles.temporaryOfOneAttempt(target);
        var builder = new RowWriterBuilder(new LocalOutputFile(temporary), contract, deliveryId)
                .withConf(new PlainParquetConfiguration())
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withCodecFactory(new ZstdCodec())
                .withRowGroupSize(ROW_GROUP_BYTES)
                .withDictionaryEncoding("line_no", false);
        return new LakeFile(
                target, temporary, withoutDictionaries(builder, contract).build());
    }

    /** Pseudonyms that are the row's own key are all different: a dictionary of them is work for nothing. */
    private static RowWriterBuilder withoutDictionaries(RowWriterBuilder builder, Contract contract) {
        if (contract.key().size() != 1) {
            return builder;
        }
        return contract.column(contract.key().get(0))
                .map(key -> builder.withDictionaryEncoding(key.storedName(), false))
                .orElse(builder);
    }

    void write(NormalisedRow row) throws IOException {
        writer.write(row);
    }

    /** Makes the file part of the lake. */
    void commit() throws IOException {
        writer.close();
        isClosed = true;
        DurableFiles.commit(temporary, target);
    }

    @Override
    public void close() throws IOException {
        if (isClosed) {
            return;
        }
        isClosed = true;
        try {
            writer.close();
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static final class RowWriterBuilder extends ParquetWriter.Builder<NormalisedRow, RowWriterBuilder> {
        private final Contract contract;
        private final String deliveryId;

        RowWriterBuilder(OutputFile file, Contract contract, String deliveryId) {
            super(file);
            this.contract = contract;
            this.deliveryId = deliveryId;
        }

        @Override
        protected RowWriterBuilder self() {
            return this;
        }

        /** Deprecated and abstract: it has to be there, and is not called. */
        @Override
        @SuppressWarnings("deprecation")
        protected WriteSupport<NormalisedRow> getWriteSupport(Configuration hadoop) {
            return new RowWriteSupport(contract, deliveryId);
        }

        @Override
        protected WriteSupport<NormalisedRow> getWriteSupport(ParquetConfiguration plain) {
            return new RowWriteSupport(contract, deliveryId);
        }
    }

    private static final class RowWriteSupport extends WriteSupport<NormalisedRow> {
        private final List<Column> columns;
        private final MessageType schema;
        private final Binary deliveryId;
        private @Nullable RecordConsumer consumer;

        RowWriteSupport(Contract contract, String deliveryId) {
            this.columns = contract.storedColumns();
            this.schema = schema(contract);
            this.deliveryId = Binary.fromConstantByteArray(deliveryId.getBytes(StandardCharsets.UTF_8));
        }

        private static MessageType schema(Contract contract) {
            Type delivery = Types.required(PrimitiveTypeName.BINARY)
                    .as(LogicalTypeAnnotation.stringType())
                    .named("delivery_id");
            Type line = Types.required(PrimitiveTypeName.INT32).named("line_no");
            Type reasons = Types.optional(PrimitiveTypeName.BINARY)
                    .as(LogicalTypeAnnotation.stringType())
                    .named("missing_reasons");
            List<Type> fields = Stream.concat(
                            contract.storedColumns().stream().map(ParquetTypes::field),
                            Stream.of(delivery, line, reasons))
                    .toList();
            return new MessageType(contract.dataset(), fields);
        }

        /** Deprecated and abstract: it has to be there, and is not called. */
        @Override
        @SuppressWarnings("deprecation")
        public WriteContext init(Configuration hadoop) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration plain) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            consumer = recordConsumer;
        }

        @Override
        public void write(NormalisedRow row) {
            RecordConsumer record = Objects.requireNonNull(consumer);
            record.startMessage();
            int field = 0;
            for (; field < columns.size(); field++) {
                Object value = row.value(field);
                if (value != null) {
                    String name = schema.getFieldName(field);
                    record.startField(name, field);
                    ParquetTypes.write(record, columns.get(field).type(), value);
                    record.endField(name, field);
                }
            }
            record.startField("delivery_id", field);
            record.addBinary(deliveryId);
            record.endField("delivery_id", field);
            record.startField("line_no", field + 1);
            record.addInteger(row.line());
            record.endField("line_no", field + 1);
            if (!row.missingReasons().isEmpty()) {
                record.startField("missing_reasons", field + 2);
                record.addBinary(Binary.fromString(row.missingReasons()));
                record.endField("missing_reasons", field + 2);
            }
            record.endMessage();
        }
    }
}
