package se.trivsel.samples;

import java.time.LocalDate;

/** Help that an investigation led to, whatever kind it came to be. */
record Help(String number, Investigation investigation, LocalDate from, LocalDate to) {}
