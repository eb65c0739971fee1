package se.trivsel.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.trivsel.lake.ControlTotal;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.lake.FindingCount;
import se.trivsel.lake.Replay;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.Period;
import se.trivsel.vocabulary.Place;
import se.trivsel.vocabulary.SourceKind;

/** Deliveries for tests: Uppsala's absences of 2015, unless said otherwise. */
public record Delivered(
        String id,
        String reading,
        String municipality,
        Period period,
        String fileName,
        String receivedAt,
        DeliveryManifest.Status status,
        long read,
        long rejected,
        List<FindingCount> findings,
        List<ControlTotal> totals,
        long replayed) {

    public static Delivered accepted(String id, String receivedAt) {
        return new Delivered(
                id,
                id + "-r1",
                "0380",
                Period.year(2015),
                "franvaro_2015.csv",
                receivedAt,
                DeliveryManifest.Status.ACCEPTED,
                4812,
                0,
                List.of(),
                List.of(),
                0);
    }

    public static Delivered rejected(String id, String receivedAt) {
        return accepted(id, receivedAt)
                .status(DeliveryManifest.Status.REJECTED)
                .finding(FindingCode.MISSING_COLUMN, 1, Place.cell(1, "Anst.nr"));
    }

    public Delivered reading(String newReading) {
        return new Delivered(
                id,
                newReading,
                municipality,
                period,
                fileName,
                receivedAt,
                status,
                read,
                rejected,
                findings,
                totals,
                replayed);
    }

    public Delivered municipality(String code) {
        return new Delivered(
                id, reading, code, period, fileName, receivedAt, status, read, rejected, findings, totals, replayed);
    }

    public Delivered period(Period other) {
        return new Delivered(
                id,
                reading,
                municipality,
                other,
                fileName,
                receivedAt,
                status,
                read,
                rejected,
                findings,
                totals,
                replayed);
    }

    public Delivered fileName(String name) {
        return new Delivered(
                id,
                reading,
                municipality,
                period,
                name,
                receivedAt,
                status,
                read,
                rejected,
                findings,
                totals,
                replayed);
    }

    public Delivered status(DeliveryManifest.Status other) {
        return new Delivered(
                id,
                reading,
                municipality,
                period,
                fileName,
                receivedAt,
                other,
                read,
                rejected,
                findings,
                totals,
                replayed);
    }

    public Delivered rejectedRows(long count) {
        return new Delivered(
                id,
                reading,
                municipality,
                period,
                fileName,
                receivedAt,
                status,
                read,
                count,
                findings,
                totals,
                replayed);
    }

    public Delivered finding(FindingCode code, long count, Place... places) {
        var more = new ArrayList<>(findings);
        more.add(new FindingCount(code, count, List.of(places)));
        return new Delivered(
                id,
                reading,
                municipality,
                period,
                fileName,
                receivedAt,
                status,
                read,
                rejected,
                more,
                totals,
                replayed);
    }

    public Delivered total(String column, String stated, String found) {
        var total = new ControlTotal(column, new BigDecimal(stated), new BigDecimal(found), new BigDecimal(found));
        return new Delivered(
                id,
                reading,
                municipality,
                period,
                fileName,
                receivedAt,
                status,
                read,
                rejected,
                findings,
                List.of(total),
                replayed);
    }

    public Delivered replayed(long rows) {
        return new Delivered(
                id,
                reading,
                municipality,
                period,
                fileName,
                receivedAt,
                status,
                read,
                rejected,
                findings,
                totals,
                rows);
    }

    public DeliveryManifest manifest() {
        boolean isAccepted = status == DeliveryManifest.Status.ACCEPTED;
        return new DeliveryManifest(
                id,
                reading,
                new MunicipalityCode(municipality),
                SourceKind.HR,
                "heroma",
                "absence",
                period,
                true,
                fileName,
                123_456,
                "ab12",
                Instant.parse(receivedAt),
                LocalDate.parse(receivedAt.substring(0, 10)),
                Instant.parse(receivedAt),
                "rules",
                "key",
                status,
                read,
                isAccepted ? read - rejected : 0,
                rejected,
                Optional.empty(),
                findings,
                totals,
                isAccepted ? Optional.of("lake.parquet") : Optional.empty(),
                replayed > 0 ? Optional.of(new Replay(id + "-r0", replayed)) : Optional.empty());
    }
}
