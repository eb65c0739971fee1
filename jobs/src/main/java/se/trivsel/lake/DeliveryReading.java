package se.trivsel.lake;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.Contract;
import se.trivsel.contract.Source;
import se.trivsel.extract.ByteSource;
import se.trivsel.extract.DeliveredFile;
import se.trivsel.extract.RowBlock;
import se.trivsel.extract.UnreadableDelivery;
import se.trivsel.inbox.Delivery;
import se.trivsel.inbox.KeyRing;
import se.trivsel.inbox.MunicipalityKey;
import se.trivsel.normalise.NormalisedBlock;
import se.trivsel.normalise.RowNormaliser;
import se.trivsel.normalise.RowOwner;
import se.trivsel.vocabulary.Finding;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.Period;
import se.trivsel.vocabulary.Place;

/**
 * One file being read by its source's rules: blocks of text rows, what becomes of them, and the judgement.
 *
 * <p>It writes nothing: {@code check} stops here, a run hands the blocks to the {@link Lake}. A file that turns out
 * unreadable simply ends, with the finding noted. One thread.
 */
public final class DeliveryReading implements Closeable {
    private final Assessment assessment;
    private final Optional<DeliveredFile> file;
    private final Optional<RowNormaliser> normaliser;
    private final UnaryOperator<RowBlock> meant;
    private boolean isEnded;

    private DeliveryReading(
            Assessment assessment,
            Optional<DeliveredFile> file,
            Optional<RowNormaliser> normaliser,
            UnaryOperator<RowBlock> meant) {
        this.assessment = assessment;
        this.file = file;
        this.normaliser = normaliser;
        this.meant = meant;
    }

    /** What a reading of the delivery by these rules is called; a prepared one is read by other rules. */
    public static String rulesVersion(Configuration configuration, Source source, Delivery delivery, KeyRing keys) {
        return delivery.isPrepared()
                ? PreparedReading.rulesVersion(configuration, source, keys.signature(delivery.municipality()))
                : configuration.rulesVersion(source);
    }

    /** Begins to read; of a file that cannot be read, the only block is empty. */
    public static DeliveryReading open(
            Configuration configuration, Source source, Period period, MunicipalityKey key, ByteSource bytes)
            throws IOException {
        return open(
                configuration, source, source, period, key, bytes, new Assessment(source), UnaryOperator.identity());
    }

    /**
     * As {@link #open}, of one municipality's rows in a file that has those of several; rows that are nobody's are noted.
     *
     * <p>What the file says of all its rows is not held against them: that is done when it is split.
     */
    public static DeliveryReading ofShared(
            Configuration configuration,
            Source source,
            Period period,
            MunicipalityCode municipality,
            MunicipalityKey key,
            ByteSource bytes)
            throws IOException {
        var assessment = new Assessment(source);
        Contract contract = contract(configuration, source);
        var senders = new HashSet<>(configuration.senders(contract.kind(), source.system()));
        senders.add(municipality);
        var owner = new RowOwner(source, contract, senders);
        UnaryOperator<RowBlock> meant = block -> block.only(row -> {
            Optional<MunicipalityCode> whose = owner.of(row);
            if (whose.isEmpty()) {
                assessment.note(owner.whyNobodys(row));
            }
            return whose.equals(Optional.of(municipality));
        });
        return open(configuration, source.whole(), source, period, key, bytes, assessment, meant);
    }

    private static DeliveryReading open(
            Configuration configuration,
            Source whole,
            Source source,
            Period period,
            MunicipalityKey key,
            ByteSource bytes,
            Assessment assessment,
            UnaryOperator<RowBlock> meant)
            throws IOException {
        try {
            DeliveredFile file = DeliveredFile.open(bytes, whole, contract(configuration, source), period);
            assessment.note(file.warnings());
            var normaliser = new RowNormaliser(configuration, source, key, period, file.headings());
            return new DeliveryReading(assessment, Optional.of(file), Optional.of(normaliser), meant);
        } catch (UnreadableDelivery unreadable) {
            assessment.note(unreadable.findings());
            return new DeliveryReading(assessment, Optional.empty(), Optional.empty(), meant);
        }
    }

    private static Contract contract(Configuration configuration, Source source) {
        return Objects.requireNonNull(configuration.contracts().get(source.dataset()));
    }

    /** The next block; nothing after the last one. Of a file that cannot be read further, the last one is empty. */
    public Optional<RowBlock> read() throws IOException {
        if (isEnded) {
            return Optional.empty();
        }
        RowBlock block = file.isPresent() ? next(file.get()) : RowBlock.END;
        isEnded = block.last();
        return Optional.of(block);
    }

    private RowBlock next(DeliveredFile rows) throws IOException {
        try {
            return meant.apply(rows.next());
        } catch (UnreadableDelivery unreadable) {
            assessment.note(unreadable.findings());
            return RowBlock.END;
        }
    }

    /** Normalises a block and counts it; after the last one the delivery is judged. */
    public NormalisedBlock normalise(RowBlock block) {
        if (normaliser.isEmpty()) {
            return new NormalisedBlock(List.of(), List.of(), List.of(), 0, block.last());
        }
        NormalisedBlock normalised = normaliser.get().normalise(block);
        assessment.count(normalised);
        if (normalised.last()) {
            if (assessment.rowsRead() == 0 && assessment.status() == DeliveryManifest.Status.ACCEPTED) {
                assessment.note(new Finding(FindingCode.EMPTY_FILE, Place.WHOLE_FILE));
            }
            assessment.conclude(file.orElseThrow(), normaliser.get());
        }
        return normalised;
    }

    /** Reads to the end, and hands every block to somebody. */
    public void read(Consumer<RowBlock> reader) throws IOException {
        for (Optional<RowBlock> block = read(); block.isPresent(); block = read()) {
            reader.accept(block.get());
        }
    }

    public Assessment assessment() {
        return assessment;
    }

    @Override
    public void close() throws IOException {
        if (file.isPresent()) {
            file.get().close();
        }
    }
}
