package se.trivsel.normalise;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import se.trivsel.contract.ColumnType;
import se.trivsel.contract.DateForm;
import se.trivsel.contract.NumberForm;
import se.trivsel.contract.Purpose;
import se.trivsel.inbox.MunicipalityKey;

/** One cell read, or one number made a pseudonym: the mean over a thousand different ones. */
@State(Scope.Thread)
public class CellBench {
    private static final int CELLS = 1_000;
    private static final LocalDate REFERENCE = LocalDate.of(2015, 12, 31);
    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1976, 1, 1);

    private final DayReader dayReader =
            DayReader.days(new DateForm(List.of("yyyyMMdd"), List.of("yyyyMM"), 20), REFERENCE);
    private final DecimalReader decimalReader =
            new DecimalReader(new ColumnType.Decimal(8, 2), NumberForm.plain(','), false);
    private final Pseudonyms pseudonyms = new Pseudonyms(MunicipalityKey.forThrowAway());
    private final List<String> days = cells(i -> REFERENCE.minusDays(i).format(DateTimeFormatter.BASIC_ISO_DATE));
    private final List<String> decimals = cells(i -> 7 * i % 2_000 + (i % 2 == 0 ? ",5" : ""));
    private final List<String> personalNumbers = cells(i -> testNumber(FIRST_BIRTHDAY.plusDays(i)));
    private long seen;

    @Benchmark
    @OperationsPerInvocation(CELLS)
    public void day(Blackhole read) {
        days.forEach(cell -> read.consume(dayReader.read(cell)));
    }

    @Benchmark
    @OperationsPerInvocation(CELLS)
    public void decimal(Blackhole read) {
        decimals.forEach(cell -> read.consume(decimalReader.read(cell)));
    }

    @Benchmark
    @OperationsPerInvocation(CELLS)
    public void personalNumber(Blackhole read) {
        personalNumbers.forEach(cell -> read.consume(PersonalNumber.read(cell, REFERENCE)));
    }

    /** Of a number that was there a moment ago. */
    @Benchmark
    @OperationsPerInvocation(CELLS)
    public void pseudonymOfKnown(Blackhole made) {
        personalNumbers.forEach(cell -> made.consume(pseudonyms.of(Purpose.STAFF, cell)));
    }

    /** Of a number that was never there: the HMAC itself. */
    @Benchmark
    public String pseudonymOfNew() {
        return pseudonyms.of(Purpose.EMPLOYMENT, String.valueOf(seen++));
    }

    private static List<String> cells(IntFunction<String> cell) {
        return IntStream.range(0, CELLS).mapToObj(cell).toList();
    }

    /** Of the series that the tax agency keeps for tests. */
    private static String testNumber(LocalDate birthday) {
        String ten = birthday.format(DateTimeFormatter.BASIC_ISO_DATE).substring(2) + "238";
        int check = IntStream.range(0, 10)
                .filter(digit -> Luhn.isValid(ten + digit))
                .findFirst()
                .orElseThrow();
        return birthday.format(DateTimeFormatter.ofPattern("yyyyMMdd-")) + "238" + check;
    }
}
