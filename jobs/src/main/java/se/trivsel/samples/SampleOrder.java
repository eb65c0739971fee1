package se.trivsel.samples;

import java.time.YearMonth;
import se.trivsel.vocabulary.Period;

/**
 * How much to make up.
 *
 * @param municipalities how many; the configured ones come first, then invented ones
 * @param years from 2014 on
 * @param seed the same seed gives the same bytes
 * @param staffFactor how many times larger than usual every municipality is; 1 for samples to read, 10 for measuring
 *     speed
 */
public record SampleOrder(int municipalities, int years, long seed, double staffFactor) {
    /** The order of the samples that come with the program. */
    public static final SampleOrder SHIPPED = new SampleOrder(10, 4, 2015, 1);

    private static final YearMonth FIRST = YearMonth.of(2014, 1);

    public SampleOrder {
        if (municipalities < 1 || municipalities > 999) {
            throw new IllegalArgumentException("From 1 to 999 municipalities can be made up, not " + municipalities);
        }
        if (years < 1 || years > 20) {
            throw new IllegalArgumentException("From 1 to 20 years can be made up, not " + years);
        }
        if (!(staffFactor > 0 && staffFactor <= 100)) {
            throw new IllegalArgumentException("Staff can be made up to 100 times larger, not " + staffFactor);
        }
    }

    Period period() {
        return new Period(FIRST, FIRST.plusYears(years).minusMonths(1));
    }
}
