package se.trivsel.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServedTypeTest {
    @ParameterizedTest
    @ValueSource(strings = {"VARCHAR", "DATE", "DOUBLE", "BIGINT", "DECIMAL(18,2)", "BOOLEAN"})
    void aPlainTypeIsServedAsItIs(String type) {
        assertThat(ServedType.of(type)).contains(type);
    }

    @ParameterizedTest
    @CsvSource({"HUGEINT, BIGINT", "UINTEGER, BIGINT", "UTINYINT, SMALLINT", "UUID, VARCHAR"})
    void aWiderTypeIsNarrowed(String type, String served) {
        assertThat(ServedType.of(type)).contains(served);
    }

    @Test
    void anEnumIsServedAsText() {
        assertThat(ServedType.of("ENUM('ok', 'not, delivered')")).contains("VARCHAR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INTEGER[]",
                "DECIMAL(18,2)[]",
                "ENUM('a')[]",
                "STRUCT(a INTEGER)",
                "MAP(VARCHAR, INTEGER)",
                "INTERVAL",
                "BLOB",
                "BIT",
                "JSON",
                "TIMESTAMP WITH TIME ZONE"
            })
    void whatOldToolsCannotReadIsNotServed(String type) {
        assertThat(ServedType.of(type)).isEmpty();
    }
}
