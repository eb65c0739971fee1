package se.trivsel.contract;

/**
 * What a column's cells mean, and the DuckDB type their values get.
 *
 * <p>The set is closed: a new kind of cell is a decision about reading, privacy and storage at once.
 */
public sealed interface ColumnType {
    /** The type in DuckDB's and Spark's common SQL. */
    String sqlType();

    /** Text of at most {@code length} characters. */
    record Text(int length) implements ColumnType {
        @Override
        public String sqlType() {
            return "VARCHAR";
        }
    }

    /** A word of a code list; a source says which of its words mean which of ours. */
    record Code(String list) implements ColumnType {
        @Override
        public String sqlType() {
            return "VARCHAR";
        }
    }

    /** A whole number. */
    record WholeNumber() implements ColumnType {
        @Override
        public String sqlType() {
            return "INTEGER";
        }
    }

    /** A number with at most {@code precision} digits, {@code scale} of them decimals; at most 18 digits. */
    record Decimal(int precision, int scale) implements ColumnType {
        public Decimal {
            if (precision < 1 || precision > 18 || scale < 0 || scale > precision) {
                throw new IllegalArgumentException("Not a decimal of at most 18 digits: " + precision + "," + scale);
            }
        }

        @Override
        public String sqlType() {
            return "DECIMAL(" + precision + "," + scale + ")";
        }
    }

    /** A calendar day. */
    record Day() implements ColumnType {
        @Override
        public String sqlType() {
            return "DATE";
        }
    }

    /** A month, stored as its first day. */
    record Month() implements ColumnType {
        @Override
        public String sqlType() {
            return "DATE";
        }
    }

    /** Yes or no. */
    record Flag() implements ColumnType {
        @Override
        public String sqlType() {
            return "BOOLEAN";
        }
    }

    /** A number of a thing that points at a person, such as an employment or a case; stored as a pseudonym. */
    record Identifier(Purpose purpose) implements ColumnType {
        @Override
        public String sqlType() {
            return "VARCHAR";
        }
    }

    /** A personal or co-ordination number; stored as a pseudonym, and the source of sex and age. */
    record PersonalNumber(Purpose purpose) implements ColumnType {
        @Override
        public String sqlType() {
            return "VARCHAR";
        }
    }

    /**
     * A supplier's organisation number, ten digits.
     *
     * <p>A sole trader's is a personal number: only the numbers of legal persons are stored.
     */
    record OrganisationNumber() implements ColumnType {
        @Override
        public String sqlType() {
            return "VARCHAR";
        }
    }

    /** Whether the stored value is a pseudonym, so that the stored column is called {@code …_key}. */
    default boolean isPseudonym() {
        return this instanceof Identifier || this instanceof PersonalNumber;
    }
}
