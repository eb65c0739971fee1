package se.trivsel.contract;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.trivsel.vocabulary.Period;

/**
 * A file name, most often with the period in it: {@code anst_{from}-{to}.csv}, {@code franvaro_{year}.csv}, {@code
 * reskontra_{month}_*.csv}.
 *
 * <p>{@code {year}} is four digits; {@code {month}}, {@code {from}} and {@code {to}} are {@code yyyyMM} or {@code
 * yyyy-MM}; {@code *} is anything. Capital and small letters are the same. The name may go on with {@code .gz} or {@code
 * .zip}: whether a file is packed, its first bytes tell. What a municipality has prepared itself is called as the file it
 * was made from, with {@link #PREPARED} after it.
 */
public record FilePattern(String text) {
    /** How the name of a prepared delivery ends. */
    public static final String PREPARED = ".prepared";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(year|month|from|to)}|\\*");

    /** Patterns are few and names are many: each is compiled once. */
    private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    /** Whether names of this form say what time the file covers. */
    public boolean statesPeriod() {
        return text.contains("{year}")
                || text.contains("{month}")
                || (text.contains("{from}") && text.contains("{to}"));
    }

    /** Whether a file's name is of this form. */
    public boolean takes(String fileName) {
        return statesPeriod() ? period(fileName).isPresent() : name(fileName).matches();
    }

    private Matcher name(String fileName) {
        return COMPILED.computeIfAbsent(text, FilePattern::compiled).matcher(fileName);
    }

    /** The period that a file's name states, or nothing when the name is not of this form or states none. */
    public Optional<Period> period(String fileName) {
        Matcher name = name(fileName);
        if (!statesPeriod() || !name.matches()) {
            return Optional.empty();
        }
        try {
            if (text.contains("{year}")) {
                return Optional.of(Period.year(Integer.parseInt(name.group("year"))));
            }
            if (text.contains("{month}")) {
                return Optional.of(Period.month(month(name.group("month"))));
            }
            return Optional.of(new Period(month(name.group("from")), month(name.group("to"))));
        } catch (java.time.DateTimeException | IllegalArgumentException notAPeriod) {
            return Optional.empty();
        }
    }

    /** The name a file of this period has; every {@code *} is left out. */
    public String fileName(Period period) {
        return text.replace("{year}", Integer.toString(period.from().getYear()))
                .replace("{month}", compact(period.from()))
                .replace("{from}", compact(period.from()))
                .replace("{to}", compact(period.to()))
                .replace("*", "");
    }

    /** Whether a name says that its municipality has prepared the file. */
    public static boolean isPrepared(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(PREPARED);
    }

    private static Pattern compiled(String text) {
        var expression = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(text);
        int done = 0;
        while (placeholder.find()) {
            expression.append(Pattern.quote(text.substring(done, placeholder.start())));
            String name = placeholder.group(1);
            if (name == null) {
                expression.append(".*");
            } else if (name.equals("year")) {
                expression.append("(?<year>\\d{4})");
            } else {
                expression.append("(?<").append(name).append(">\\d{4}-?\\d{2})");
            }
            done = placeholder.end();
        }
        expression
                .append(Pattern.quote(text.substring(done)))
                .append("(\\.gz|\\.zip)?(")
                .append(Pattern.quote(PREPARED))
                .append(")?");
        return Pattern.compile(expression.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static YearMonth month(String digits) {
        String plain = digits.replace("-", "");
        return YearMonth.of(Integer.parseInt(plain.substring(0, 4)), Integer.parseInt(plain.substring(4)));
    }

    private static String compact(YearMonth month) {
        return Integer.toString(100 * month.getYear() + month.getMonthValue());
    }
}
