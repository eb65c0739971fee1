package se.trivsel.contract;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * How a system writes its text files.
 *
 * <p>The charset is the last resort: a byte order mark and strict UTF-8 go before it.
 *
 * @param quote the quotation mark, or none where the system never quotes
 * @param decimal the decimal sign, {@code ','} or {@code '.'}
 * @param dayForms forms of dates, tried in order: {@code yyyy-MM-dd}, {@code yyyyMMdd}, {@code yyMMdd}, {@code
 *     dd/MM/yyyy}, {@code dd.MM.yyyy} …
 * @param monthForms forms of months: {@code yyyy-MM}, {@code yyyyMM}, {@code MM/yyyy}
 * @param preambleLines lines before the heading line
 * @param noValue cell texts that mean "no value", besides the empty one
 * @param openEnd cell texts that mean "until further notice" in the end of an interval
 * @param yes cell texts that mean yes
 * @param no cell texts that mean no
 */
public record FileFormat(
        char separator,
        Optional<Character> quote,
        Charset charset,
        char decimal,
        List<String> dayForms,
        List<String> monthForms,
        int preambleLines,
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
