package se.trivsel.lake;

import java.io.Closeable;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.Contract;
import se.trivsel.contract.Source;
import se.trivsel.extract.ByteSource;
import se.trivsel.extract.DelimitedFile;
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
    private final Optional<DelimitedFile> file;
    private final Optional<RowNormaliser> normaliser;
    private boolean isEnded;

    private DeliveryReading(Assessment assessment, Optional<DelimitedFile> file, Optional<RowNormaliser> normaliser) {
        this.assessment = assessment;
        this.file = file;
        this.normaliser = normaliser;
        this.isEnded = file.isEmpty();
    }

    /** Begins to read; a file that cannot be read gives a reading that has ended already. */
    public static DeliveryReading open(
            Configuration configuration, Source source, Period period, MunicipalityKey key, ByteSource bytes)
            throws IOException {
        var assessment = new Assessment(source);
        Contract contract = Objects.requireNonNull(configuration.contracts().get(source.dataset()));
        try {
            DelimitedFile file = DelimitedFile.open(bytes, source, contract, period);
            assessment.note(file.warnings());
            var normaliser = new RowNormaliser(configuration, source, key, period, file.headings());
            return new DeliveryReading(assessment, Optional.of(file), Optional.of(normaliser));
        } catch (UnreadableDelivery unreadable) {
            assessment.note(unreadable.findings());
            return new DeliveryReading(assessment, Optional.empty(), Optional.empty());
        }
    }

    /** The next block, or nothing where the file ends or cannot be read further. */
    public Optional<RowBlock> read() {
        if (isEnded) {
            return Optional.empty();
        }
        try {
            RowBlock block = file.orElseThrow().next();
            isEnded = block.last();
            return Optional.of(block);
        } catch (UnreadableDelivery unreadable) {
            assessment.note(unreadable.findings());
            isEnded = true;
            return Optional.empty();
        }
    }

    /** Normalises a block and counts it; after the last one the delivery is judged. */
    public NormalisedBlock normalise(RowBlock block) {
        NormalisedBlock normalised = normaliser.orElseThrow().normalise(block);
        assessment.count(normalised);
        if (normalised.last()) {
            assessment.conclude(file.orElseThrow(), normaliser.orElseThrow());
        }
        return normalised;
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
