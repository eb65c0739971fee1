package se.trivsel.samples;

import java.time.LocalDate;
import java.util.Optional;

/** A time in which somebody, or nobody yet, handles a case. */
record Assignment(
        String caseType, String caseNumber, Optional<Employee> handler, String role, LocalDate from, LocalDate to) {}
