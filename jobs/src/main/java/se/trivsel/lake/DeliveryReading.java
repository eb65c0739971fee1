package se.trivsel.lake;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.Contract;
import se.trivsel.contract.Source;
import se.trivsel.extract.ByteSource;
import se.trivsel.extract.DeliveredFile;
import se.trivsel.extract.RowBlock;
import se.trivsel.extract.UnreadableDelivery;
import se.trivsel.inbox.MunicipalityKey;
import se.trivsel.normalise.NormalisedBlock;
import se.trivsel.normalise.RowNormaliser;
import se.trivsel.vocabulary.Period;

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
    private boolean isEnded;

    private DeliveryReading(Assessment assessment, Optional<DeliveredFile> file, Optional<RowNormaliser> normaliser) {
        this.assessment = assessment;
        this.file = file;
        this.normaliser = normaliser;
    }

    /** Begins to read; of a file that cannot be read, the only block is empty. */
    public static DeliveryReading open(
            Configuration configuration, Source source, Period period, MunicipalityKey key, ByteSource bytes)
            throws IOException {
        var assessment = new Assessment(source);
        Contract contract = Objects.requireNonNull(configuration.contracts().get(source.dataset()));
        try {
            DeliveredFile file = DeliveredFile.open(bytes, source, contract, period);
            assessment.note(file.warnings());
            var normaliser = new RowNormaliser(configuration, source, key, period, file.headings());
            return new DeliveryReading(assessment, Optional.of(file), Optional.of(normaliser));
        } catch (UnreadableDelivery unreadable) {
            assessment.note(unreadable.findings());
            return new DeliveryReading(assessment, Optional.empty(), Optional.empty());
        }
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
            return rows.next();
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
