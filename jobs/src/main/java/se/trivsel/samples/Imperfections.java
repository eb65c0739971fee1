package se.trivsel.samples;

import java.util.List;
import java.util.function.UnaryOperator;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.Period;

/**
 * The few faulty rows that stand in otherwise good files, as in real ones.
 *
 * <p>They are rows too many, never good rows made bad: a figure is the same with and without them.
 */
record Imperfections(List<Fault> faults) {
    private static final Imperfections NONE = new Imperfections(List.of());

    /** A faulty copy that stands after the row of an index. */
    record Fault(int index, UnaryOperator<Row> change) {}

    static Imperfections of(MunicipalityCode code, String dataset, Period period) {
        return switch (code + " " + dataset + " " + period.from().getYear()) {
            case "0380 employment 2014" ->
                one(40, row -> row.word("employment", "90001").verbatim("person", "198013012384"));
            case "0480 absence 2015" ->
                new Imperfections(List.of(
                        new Fault(20, row -> row.word("absence_no", "F900001").verbatim("started_on", "20150231")),
                        new Fault(
                                45, row -> row.word("absence_no", "F900002").verbatim("absence_reason_code", "SJJ"))));
            case "0580 ledger_line 2014" -> one(30, row -> row.verbatim("supplier_org_no", "5599900019"));
            case "1080 work_time 2014" ->
                one(60, row -> row.word("employment", "90001").verbatim("worked_hours", "12O,5"));
            // Vacant posts, which their systems list beside the people.
            case "2062 salary 2014" ->
                one(20, row -> row.word("employment", "90001").whole("full_time_monthly_sek", 0));
            case "0380 salary 2014" ->
                one(90, row -> row.word("employment", "90002").whole("full_time_monthly_sek", 0));
            case "1496 referral 2014" ->
                one(
                        25,
                        row -> row.word("referral", "A900001")
                                .verbatim("received_on", "31/12/2014")
                                .verbatim("decided_on", "30/12/2014"));
            case "1880 investigation 2014" -> one(12, row -> row);
            case "0380 placement 2015" ->
                one(3, row -> row.word("placement", "P90001").verbatim("client", ""));
            default -> NONE;
        };
    }

    private static Imperfections one(int index, UnaryOperator<Row> change) {
        return new Imperfections(List.of(new Fault(index, change)));
    }

    /** What stands after a row of the file. */
    List<Row> after(int index, Row row) {
        return faults.stream()
                .filter(fault -> fault.index() == index)
                .map(fault -> fault.change().apply(row.copy()))
                .toList();
    }
}
