package se.trivsel.lake;

import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import se.trivsel.contract.Column;
import se.trivsel.contract.ColumnType;

/** How a contract's columns are stored in Parquet: only in types that DuckDB and Spark read alike. */
final class ParquetTypes {
    private ParquetTypes() {}

    static Type field(Column column) {
        ColumnType type = column.type();
        var builder = column.required() ? "required" : "optional";
        var primitive = builder.equals("required") ? Types.required(physical(type)) : Types.optional(physical(type));
        if (type instanceof ColumnType.Decimal decimal) {
            return primitive
                    .as(LogicalTypeAnnotation.decimalType(decimal.scale(), decimal.precision()))
                    .named(column.storedName());
        }
        if (type instanceof ColumnType.Day || type instanceof ColumnType.Month) {
            return primitive.as(LogicalTypeAnnotation.dateType()).named(column.storedName());
        }
        if (physical(type) == PrimitiveTypeName.BINARY) {
            return primitive.as(LogicalTypeAnnotation.stringType()).named(column.storedName());
        }
        return primitive.named(column.storedName());
    }

    private static PrimitiveTypeName physical(ColumnType type) {
        if (type instanceof ColumnType.Decimal decimal) {
            return isInt(decimal) ? PrimitiveTypeName.INT32 : PrimitiveTypeName.INT64;
        }
        if (type instanceof ColumnType.Day
                || type instanceof ColumnType.Month
                || type instanceof ColumnType.WholeNumber) {
            return PrimitiveTypeName.INT32;
        }
        return type instanceof ColumnType.Flag ? PrimitiveTypeName.BOOLEAN : PrimitiveTypeName.BINARY;
    }

    /** Decimals of up to nine digits fit into 32 bits, and Parquet wants them there. */
    private static boolean isInt(ColumnType.Decimal decimal) {
        return decimal.precision() <= 9;
    }

    static void write(RecordConsumer consumer, ColumnType type, Object value) {
        if (value instanceof String text) {
            consumer.addBinary(Binary.fromString(text));
        } else if (value instanceof Integer number) {
            consumer.addInteger(number);
        } else if (value instanceof Long unscaled) {
            writeDecimal(consumer, (ColumnType.Decimal) type, unscaled);
        } else if (value instanceof Boolean flag) {
            consumer.addBoolean(flag);
        } else {
            throw new IllegalArgumentException("Not a value the lake stores: " + value.getClass());
        }
    }

    private static void writeDecimal(RecordConsumer consumer, ColumnType.Decimal type, long unscaled) {
        if (isInt(type)) {
            consumer.addInteger(Math.toIntExact(unscaled));
            return;
        }
        consumer.addLong(unscaled);
    }
}
