package se.trivsel.lake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.Source;
import se.trivsel.extract.ByteSource;
import se.trivsel.extract.RowBlock;
import se.trivsel.inbox.Archive;
import se.trivsel.inbox.Delivery;
import se.trivsel.inbox.Disposal;
import se.trivsel.inbox.KeyRing;
import se.trivsel.inbox.MunicipalityKey;
import se.trivsel.normalise.NormalisedBlock;
import se.trivsel.normalise.NormalisedRow;

/**
 * Makes readings once more: the archived bytes by the same rules, into another lake, held against what came of them then.
 *
 * <p>Rejected rows are counted and not kept. What only the first time could tell is not asked: when it was, and how many rows came
 * out of quarantine. Safe for several threads.
 */
public final class Rereading {
    private final Configuration configuration;
    private final Archive archive;
    private final KeyRing keys;
    private final Lake known;
    private final Path lake;

    /**
     * @param known the lake that the readings are in
     * @param lake the folder that the rows are written to
     */
    public Rereading(Configuration configuration, Archive archive, KeyRing keys, Lake known, Path lake) {
        this.configuration = configuration;
        this.archive = archive;
        this.keys = keys;
        this.known = known;
        this.lake = lake;
    }

    /**
     * Makes a reading again, unless it was made by other rules than these or its bytes are disposed of.
     *
     * @param earlier the delivery's readings before it
     */
    public Result read(DeliveryManifest first, Collection<DeliveryManifest> earlier) throws IOException {
        Optional<Delivery> delivery = archive.delivery(first.municipality(), first.deliveryId());
        if (delivery.isEmpty()) {
            return new Result.Unreadable(first, "is not in the archive");
        }
        Optional<Disposal> disposal = archive.disposal(first.deliveryId());
        if (disposal.isPresent()) {
            return new Result.Disposed(first, disposal.get());
        }
        Optional<Source> source = configuration
                .source(first.kind(), first.system(), first.dataset())
                .filter(one -> DeliveryReading.rulesVersion(configuration, one, delivery.get(), keys)
                        .equals(first.rulesVersion()));
        if (source.isEmpty()) {
            return new Result.OtherRules(first);
        }
        try (InputStream bytes = archive.open(delivery.get())) {
            if (!Archive.hash(bytes).equals(first.sha256())) {
                return new Result.Unreadable(first, "is another in the archive than was read then");
            }
        } catch (NoSuchFileException gone) {
            return new Result.Unreadable(first, "is no longer in the archive");
        } catch (IOException damaged) {
            return new Result.Unreadable(first, "is damaged in the archive");
        }
        Assessment now = read(first, earlier, delivery.get(), source.get());
        return isSame(now, first)
                ? new Result.Same(first)
                : new Result.Other(first, now.rowsKept(), now.rowsRejected());
    }

    private Assessment read(
            DeliveryManifest first, Collection<DeliveryManifest> earlier, Delivery delivery, Source source)
            throws IOException {
        MunicipalityKey key = keys.asBefore(delivery.municipality(), delivery.keyId());
        ByteSource bytes = ByteSource.of(archive, delivery);
        var contract = Objects.requireNonNull(configuration.contracts().get(source.dataset()));
        Path target = lake.resolve(Lake.relativeFile(delivery, first.readingId()));
        var purged = new PurgedRows(known.purged(delivery.municipality(), key), contract);
        try (var rows = LakeFile.create(target, contract, delivery.id())) {
            Assessment assessment;
            if (delivery.isPrepared()) {
                try (var reading = PreparedReading.open(
                        earlier, delivery, configuration, source, keys.signature(delivery.municipality()), bytes)) {
                    for (var block = reading.read(); block.isPresent(); block = reading.read()) {
                        write(purged.leaveOut(block.get()), rows);
                    }
                    assessment = reading.assessment();
                }
            } else {
                try (var reading = DeliveryReading.open(configuration, source, delivery.period(), key, bytes)) {
                    for (Optional<RowBlock> block = reading.read(); block.isPresent(); block = reading.read()) {
                        write(purged.leaveOut(reading.normalise(block.get())), rows);
                    }
                    assessment = reading.assessment();
                }
            }
            purged.tell(assessment);
            if (assessment.status() == DeliveryManifest.Status.ACCEPTED) {
                rows.commit();
            }
            return assessment;
        }
    }

    private static void write(NormalisedBlock block, LakeFile rows) throws IOException {
        for (NormalisedRow row : block.rows()) {
            rows.write(row);
        }
    }

    private static boolean isSame(Assessment now, DeliveryManifest first) {
        return List.of(
                        now.status(),
                        now.rowsRead(),
                        now.rowsKept(),
                        now.rowsRejected(),
                        now.rowsPurged(),
                        now.findings(),
                        now.controlTotals())
                .equals(List.of(
                        first.status(),
                        first.rowsRead(),
                        first.rowsKept(),
                        first.rowsRejected(),
                        first.rowsPurged(),
                        first.findings(),
                        first.controlTotals()));
    }

    /** What came of it. */
    public sealed interface Result {
        DeliveryManifest first();

        /** The same as the first time; its rows are in the other lake. */
        record Same(DeliveryManifest first) implements Result {}

        /** It was made by other rules, and was not made again. */
        record OtherRules(DeliveryManifest first) implements Result {}

        /** Its bytes are gone by a rule of retention; it was not made again. */
        record Disposed(DeliveryManifest first, Disposal disposal) implements Result {}

        /** Another judgement or other counts than the first time. */
        record Other(DeliveryManifest first, long rowsKept, long rowsRejected) implements Result {}

        /** Its bytes cannot be had; the reason goes on from the delivery's name. */
        record Unreadable(DeliveryManifest first, String reason) implements Result {}
    }
}
