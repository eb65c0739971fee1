package se.trivsel.contract;

import java.util.List;

/**
 * How a system writes days and months.
 *
 * @param days forms of dates, tried in order: {@code yyyy-MM-dd}, {@code yyyyMMdd}, {@code yyMMdd}, {@code dd/MM/yyyy},
 *     {@code dd.MM.yyyy} …
 * @param months forms of months: {@code yyyy-MM}, {@code yyyyMM}, {@code MM/yyyy}
 * @param yearsAhead how many years after the delivery's last one a year of two digits may lie; personal numbers have
 *     their own rule, nobody is born after the delivery
 */
public record DateForm(List<String> days, List<String> months, int yearsAhead) {
    /** How the day of a cell in a sheet is handed on, whatever form it is shown in; of a month, its first day is one. */
    static final List<String> IN_SHEETS = List.of("yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss");

    public DateForm {
        days = List.copyOf(days);
        months = List.copyOf(months);
    }
}
