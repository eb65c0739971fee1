package se.trivsel.samples;

import java.time.LocalDate;
import java.time.YearMonth;

/** Plain good rows of some datasets, each a little different from the one before. */
final class SmallRows {
    private static final LocalDate FIRST = LocalDate.of(2014, 1, 7);

    private SmallRows() {}

    static Row of(String dataset, int no) {
        return switch (dataset) {
            case "absence" -> absence(no);
            case "work_time" -> workTime(no);
            case "employment" -> employment(no);
            case "ledger_line" -> ledgerLine(no);
            default -> throw new IllegalArgumentException("No plain rows of " + dataset);
        };
    }

    private static Row absence(int no) {
        LocalDate from = FIRST.plusDays(no * 14L);
        return new Row()
                .word("absence_no", "F" + (100_000 + no))
                .word("employment", String.valueOf(10_000 + no))
                .word("absence_reason_code", no % 3 == 0 ? "vab" : "sjuk")
                .day("started_on", from)
                .day("ended_on", from.plusDays(no % 5))
                .thousandths("extent_share", 1_000)
                .flag("is_certified", true);
    }

    private static Row workTime(int no) {
        return new Row()
                .word("employment", String.valueOf(10_001 + no / 12))
                .month("month", YearMonth.of(2014, 1 + no % 12))
                .hundredths("ordinary_hours", 16_000)
                .hundredths("worked_hours", 15_200 - no * 50L)
                .hundredths("overtime_hours", no * 25L);
    }

    private static Row employment(int no) {
        boolean isWoman = no % 4 != 0;
        LocalDate birthday = LocalDate.of(1979, 3, 2).plusDays(no * 37L);
        return new Row()
                .word("employment", String.valueOf(10_000 + no))
                .person("person", Individual.withTestNumber(birthday, isWoman))
                .word("sex_code", isWoman ? "kvinna" : "man")
                .whole("birth_year", birthday.getYear())
                .day("valid_from", FIRST.minusMonths(no))
                .word("employment_form_code", "tillsvidare")
                .word("occupation_code", "socialsekreterare")
                .whole("contracted_percent", 100)
                .flag("has_degree", true)
                .word("start_reason_code", "extern");
    }

    private static Row ledgerLine(int no) {
        Supplier supplier = Supplier.SUPERVISION.get(no % 2);
        return new Row()
                .word("voucher_no", "V" + (500_000 + no))
                .word("invoice_no", String.valueOf(20_000 + no * 7))
                .day("booked_on", FIRST.plusDays(no * 14L))
                .word("supplier_org_no", supplier.organisationNumber())
                .word("supplier_name", supplier.name())
                .word("account_code", Account.SUPERVISION.code())
                .word("account_text", Account.SUPERVISION.text())
                .hundredths("amount_sek", 10_600_000)
                .word("currency_code", "SEK");
    }
}
