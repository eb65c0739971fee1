package se.trivsel.samples;

import java.time.LocalDate;
import java.util.Optional;

/** An investigation to its end; an extension is decided before the four months have passed. */
record Investigation(
        String number,
        Referral referral,
        LocalDate startedOn,
        LocalDate endedOn,
        Optional<LocalDate> extensionDecidedOn,
        Optional<LocalDate> extendedTo,
        String closeReason,
        String unit) {}
