package se.trivsel.samples;

import java.time.LocalDate;

/** A report or application about one client; whoever writes a file leaves out what was not known that day. */
record Referral(
        String number,
        String report,
        Individual client,
        LocalDate receivedOn,
        String type,
        String reporter,
        String unit,
        String decision,
        LocalDate decidedOn,
        boolean hasExceptionalReasons) {}
