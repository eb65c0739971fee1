package se.trivsel.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.trivsel.contract.ColumnType;
import se.trivsel.contract.NumberForm;

class DecimalReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "1234,50|1234.50",
                "1 234,50|1234.50",
                "1\u00a0234\u00a0567,5|1234567.50",
                "1\u202f234,5|1234.50",
                "-12,5|-12.50",
                "12,5-|-12.50",
                "\u221212,5|-12.50",
                "- 12|-12.00",
                "+12|12.00",
                "12 %|12.00",
                "12,5%|12.50",
                "1 234,50 kr|1234.50",
                "7,00000|7.00",
                ",5|0.50",
                "5,|5.00",
                "-0|0.00",
                "0000000000000000000012|12.00",
            })
    void readsWhatPeopleWrite(String text, BigDecimal number) {
        assertThat(read(text, 14, 2, false)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                ",",
                "%",
                "kr",
                "--5",
                "-5-",
                "1,2,3",
                "1.5",
                "1.234,50",
                "1,5E3",
                "1O0",
                "12 5",
                "1234 567",
                "12 34,5",
                "1 234 5",
                "1 2345",
                "1,5 0",
                "1 ,5",
                "Infinity",
                "NaN",
                "0x1F",
                "１２",
                "5 st",
                "1  234",
                "12 345 kr 50"
            })
    void refusesWhatIsNotOneNumber(String text) {
        assertThat(read(text, 14, 2, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,005", "0,125", "-0,001", "1,10000000000000000001"})
    void moreDecimalsThanTheColumnHasAreRefusedAndNotRounded(String text) {
        assertThat(read(text, 14, 2, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "999.99, 5, 2, true",
        "1000, 5, 2, false",
        "-999.99, 5, 2, true",
        "-1000, 5, 2, false",
        "999999999999999999, 18, 0, true",
        "1000000000000000000, 18, 0, false",
        "9223372036854775808, 18, 0, false",
        "99999999999999999999999, 18, 0, false",
        "9999999999999999.99, 18, 2, true",
        "10000000000000000, 18, 2, false",
    })
    void holdsAsManyDigitsAsItsColumn(String text, int precision, int scale, boolean fits) {
        var reader = new DecimalReader(new ColumnType.Decimal(precision, scale), NumberForm.plain('.'), false);

        assertThat(reader.read(text).map(unscaled -> BigDecimal.valueOf(unscaled, scale)))
                .isEqualTo(fits ? Optional.of(new BigDecimal(text).setScale(scale)) : Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"100, 1.000", "'37,5', 0.375", "'0,1', 0.001", "'33,30 %', 0.333", "-50, -0.500"})
    void percentAreHundredths(String text, BigDecimal share) {
        assertThat(read(text, 4, 3, true)).contains(share);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0,01", "33,33", "1000"})
    void percentThatTheColumnCannotHoldAreRefused(String text) {
        assertThat(read(text, 4, 3, true)).isEmpty();
    }

    @Test
    void aPercentOfAWholeNumberIsWhole() {
        assertThat(read("300", 4, 0, true)).contains(new BigDecimal("3"));
        assertThat(read("250", 4, 0, true)).isEmpty();
    }

    @Test
    void anyNumberIsReadAsItWasWritten() {
        var random = new Random(20150331);
        for (int i = 0; i < 20_000; i++) {
            int precision = 1 + random.nextInt(18);
            int scale = random.nextInt(precision + 1);
            boolean isPercent = random.nextBoolean();
            int decimals = random.nextInt(6);
            var number = new BigDecimal(new java.math.BigInteger(1 + random.nextInt(62), random), decimals);
            BigDecimal signed = random.nextBoolean() ? number : number.negate();

            assertThat(read(written(signed, random), precision, scale, isPercent))
                    .as("%s as decimal(%s,%s), percent %s", signed, precision, scale, isPercent)
                    .isEqualTo(expected(isPercent ? signed.movePointLeft(2) : signed, precision, scale));
        }
    }

    private static Optional<BigDecimal> expected(BigDecimal number, int precision, int scale) {
        BigDecimal cut = number.setScale(scale, RoundingMode.DOWN);
        boolean fits = cut.compareTo(number) == 0
                && cut.unscaledValue()
                                .abs()
                                .compareTo(BigDecimal.TEN.pow(precision).toBigInteger())
                        < 0;
        return fits ? Optional.of(cut) : Optional.empty();
    }

    private static String written(BigDecimal number, Random random) {
        String plain = number.abs().toPlainString();
        String whole = plain.replaceFirst("\\..*", "");
        String decimals = plain.substring(whole.length()).replace('.', ',');
        String blank = new String[] {"", " ", "\u00a0", "\u202f"}[random.nextInt(4)];
        String grouped = whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", blank);
        String sign = number.signum() < 0 ? "-" : "";
        return random.nextBoolean() ? sign + grouped + decimals : grouped + decimals + sign;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234,50|1234.50",
                "1.234.567|1234567.00",
                "1 234,50|1234.50",
                "SEK 1.234,50|1234.50",
                "£-12,5|-12.50",
                "-£12,5|-12.50",
                "12,5- sek|-12.50",
                "12,5 SEK-|-12.50",
                "£ 12,5|12.50",
                "Nil|0.00",
                "-|0.00",
            })
    void readsWhatItsSourceWrites(String text, BigDecimal number) {
        assertThat(foreign(text)).contains(number.movePointRight(2).longValueExact());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.23",
                "1.2345",
                ".123",
                "1234.567",
                "1.234.50",
                "12,345.6",
                "1..234",
                "SEK 1 SEK",
                "SEK",
                "nil",
                "- -",
                "1 kr"
            })
    void refusesWhatItsSourceDoesNotWrite(String text) {
        assertThat(foreign(text)).isEmpty();
    }

    private static Optional<Long> foreign(String text) {
        var form = new NumberForm(',', Optional.of('.'), List.of("SEK", "£"), List.of("Nil", "-"));
        return new DecimalReader(new ColumnType.Decimal(14, 2), form, false).read(text);
    }

    private static Optional<BigDecimal> read(String text, int precision, int scale, boolean isPercent) {
        return new DecimalReader(new ColumnType.Decimal(precision, scale), NumberForm.plain(','), isPercent)
                .read(text)
                .map(unscaled -> BigDecimal.valueOf(unscaled, scale));
    }
}
