package se.trivsel.samples;

import java.time.LocalDate;

/**
 * Some time away from work.
 *
 * @param permille how much of the ordinary time, in thousandths
 * @param knownEnd whether the end is decided from the start, as of a parental leave, or found out, as of an illness
 */
record Absence(
        String number,
        Employee employee,
        String reason,
        LocalDate from,
        LocalDate to,
        int permille,
        boolean knownEnd) {}
