package se.trivsel.samples;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.trivsel.vocabulary.Period;

/**
 * The invoices that follow from the rest: hired consultants from the posts, bought placements from the children in care,
 * and what every social services buys besides.
 */
final class Ledger {
    private static final long CONSULTANT_HOURS = 160;

    private final Story story;
    private final Chance chance;
    private final Supplier soleTrader;
    private final Map<YearMonth, Integer> coveredPosts = new TreeMap<>();
    private final List<LedgerLine> lines = new ArrayList<>();
    private double extraConsultants;

    Ledger(Story story, People people, List<PostMonth> posts, Chance chance) {
        this.story = story;
        this.chance = chance;
        Individual trader = people.staff(0);
        soleTrader = new Supplier(
                "Enskild firma " + trader.name(),
                trader.personalNumber().map(number -> number.substring(2)).orElse(""));
        for (PostMonth post : posts) {
            if (post.isCoveredByConsultant()) {
                coveredPosts.merge(YearMonth.from(post.monthEnd()), 1, Integer::sum);
            }
        }
    }

    List<LedgerLine> over(Period period, List<Placement> placements) {
        for (YearMonth month = period.from(); !month.isAfter(period.to()); month = month.plusMonths(1)) {
            hiredStaff(month);
            for (Placement placement : placements) {
                bought(placement, month);
            }
            others(month);
            if (chance.happens(0.35)) {
                credit(month);
            }
        }
        return lines;
    }

    private void hiredStaff(YearMonth month) {
        extraConsultants += story.at(Aspect.EXTRA_CONSULTANTS, month) * story.posts();
        int extra = (int) extraConsultants;
        extraConsultants -= extra;
        int consultants = coveredPosts.getOrDefault(month, 0) + extra;
        for (int i = 0; i < consultants; i++) {
            long hours = CONSULTANT_HOURS - chance.between(0, 24);
            long hourSek = chance.between(720, 860);
            book(month, chance.oneOf(Supplier.AGENCIES), Account.HIRED_STAFF, hours * hourSek * 100);
        }
    }

    private void bought(Placement placement, YearMonth month) {
        if (!placement.form().isBought()) {
            return;
        }
        long from = Math.max(placement.startedOn().toEpochDay(), month.atDay(1).toEpochDay());
        long to =
                Math.min(placement.endedOn().toEpochDay(), month.atEndOfMonth().toEpochDay() + 1);
        if (to > from) {
            book(month, placement.provider(), Account.of(placement.form()), (to - from) * placement.daySek() * 100);
        }
    }

    private void others(YearMonth month) {
        int size = 1 + story.posts() / 40;
        for (int i = 0; i < size; i++) {
            book(month, chance.oneOf(Supplier.SUPERVISION), Account.SUPERVISION, chance.between(400_000, 1_800_000));
            book(month, chance.oneOf(Supplier.INTERPRETERS), Account.INTERPRETERS, chance.between(60_000, 700_050));
            book(month, chance.oneOf(Supplier.COMPUTING), Account.COMPUTING, chance.between(300_000, 4_000_000));
        }
        book(month, soleTrader, Account.CONTACT_PERSONS, chance.between(200_000, 900_000));
        if (chance.happens(0.5)) {
            book(month, Supplier.HIDDEN, Account.CONTACT_PERSONS, chance.between(100_000, 600_000));
        }
    }

    /** Part of one of the last invoices comes back. */
    private void credit(YearMonth month) {
        LedgerLine credited = lines.get(lines.size() - 1 - chance.below(Math.min(lines.size(), 20)));
        book(month, credited.supplier(), credited.account(), -Math.abs(credited.hundredths()) / 5);
    }

    private void book(YearMonth month, Supplier supplier, Account account, long hundredths) {
        LocalDate day = month.atDay(chance.between(5, month.lengthOfMonth()));
        String voucher = "V" + (500_001 + lines.size());
        String invoice = String.valueOf(chance.between(10_000, 99_999));
        lines.add(new LedgerLine(voucher, invoice, day, supplier, account, hundredths));
    }
}
