package se.trivsel.samples;

import java.time.YearMonth;

/** Somebody's working time in a month, all in hundredths of an hour. */
record WorkMonth(
        Employee employee,
        YearMonth month,
        long ordinary,
        long worked,
        long overtime,
        long additional,
        long flex,
        long supervision,
        long training) {}
