package se.trivsel.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenPersonalNumberTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "198001012387",
                "8001012387",
                "19800101-2387",
                "800101-2387",
                "800101+2387",
                "800101\u20132387",
                "Anna 800101-2387, Mora",
                "x198001012387y",
                "800161-2384"
            })
    void everyWrittenFormIsSeen(String text) {
        assertThat(WrittenPersonalNumber.isIn(text)).isTrue();
        assertThat(WrittenPersonalNumber.hidden(text)).contains("xxxx").doesNotContainPattern("238[47]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "198001012386", "198013012384", "201401-201712", "5599900023", "1980010123875", "800101"})
    void whatIsNoPersonalNumberIsLeft(String text) {
        assertThat(WrittenPersonalNumber.isIn(text)).isFalse();
        assertThat(WrittenPersonalNumber.hidden(text)).isEqualTo(text);
    }

    @Test
    void everyNumberOfATextIsHidden() {
        assertThat(WrittenPersonalNumber.hidden("a 800101-2387 b 198001012387.csv"))
                .isEqualTo("a 800101-xxxx b 19800101xxxx.csv");
    }

    @Test
    void aSumOfMoneyIsNoPersonalNumberUnlessItIsWholeAndHasItsForm() {
        assertThat(WrittenPersonalNumber.is(new BigDecimal("198001012387.00"))).isTrue();
        assertThat(WrittenPersonalNumber.is(new BigDecimal("198001012387.50"))).isFalse();
        assertThat(WrittenPersonalNumber.is(new BigDecimal("-8001012387"))).isFalse();
        assertThat(WrittenPersonalNumber.is(new BigDecimal("1250.00"))).isFalse();
    }
}
