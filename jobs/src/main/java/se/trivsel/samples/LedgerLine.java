package se.trivsel.samples;

import java.time.LocalDate;

/** A posting of a supplier's invoice, in hundredths of a krona; credit notes are negative. */
record LedgerLine(
        String voucher, String invoice, LocalDate bookedOn, Supplier supplier, Account account, long hundredths) {}
