package se.trivsel.samples;

import java.time.LocalDate;

/** Something the work environment authority wants mended after a visit, told to its end. */
record Requirement(String number, LocalDate visitedOn, String category, LocalDate deadlineOn, LocalDate closedOn) {}
