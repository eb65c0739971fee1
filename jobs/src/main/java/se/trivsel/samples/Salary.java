package se.trivsel.samples;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody is paid for a time, first and last day included.
 *
 * @param fullTimeSek kronor a month, of full time whatever the degree of employment
 * @param additionSek kronor a month beside it, or 0
 */
record Salary(
        Employee employee,
        LocalDate from,
        Optional<LocalDate> to,
        long fullTimeSek,
        long additionSek,
        int reviewYear) {}
