package se.trivsel.contract;

import java.util.List;

/**
 * How a system writes its files: their layout, and the forms of what stands in their fields.
 *
 * @param decimal the decimal sign, {@code ','} or {@code '.'}
 * @param dayForms forms of dates, tried in order: {@code yyyy-MM-dd}, {@code yyyyMMdd}, {@code yyMMdd}, {@code
 *     dd/MM/yyyy}, {@code dd.MM.yyyy} …
 * @param monthForms forms of months: {@code yyyy-MM}, {@code yyyyMM}, {@code MM/yyyy}
 * @param noValue cell texts that mean "no value", besides the empty one
 * @param openEnd cell texts that mean "until further notice" in the end of an interval
 * @param yes cell texts that mean yes
 * @param no cell texts that mean no
 */
public record FileFormat(
        Layout layout,
        char decimal,
        List<String> dayForms,
        List<String> monthForms,
        List<String> noValue,
        List<String> openEnd,
        List<String> yes,
        List<String> no) {
    public FileFormat {
        dayForms = List.copyOf(dayForms);
        monthForms = List.copyOf(monthForms);
        noValue = List.copyOf(noValue);
        openEnd = List.copyOf(openEnd);
        yes = List.copyOf(yes);
        no = List.copyOf(no);
    }
}
