package se.trivsel.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import se.trivsel.contract.Source;
import se.trivsel.extract.ByteSource;
import se.trivsel.extract.RowBlock;
import se.trivsel.inbox.Delivery;
import se.trivsel.inbox.MunicipalityKey;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.lake.DeliveryReading;
import se.trivsel.lake.LakeWriter;
import se.trivsel.normalise.NormalisedBlock;

/**
 * Reads one delivery into the lake: a chunk step made when its partition starts.
 *
 * <p>An item is a block of rows. The manifest is written with the last block, inside its transaction: a step that is
 * complete has a manifest, and a step that died begins its delivery anew.
 */
final class DeliveryStep implements Step {
    private static final int BLOCKS_A_CHUNK = 16;
    private static final long HELD_BYTES = 8L << 20;

    private final String name;
    private final Workplace workplace;
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;

    DeliveryStep(String name, Workplace workplace, JobRepository repository, PlatformTransactionManager transactions) {
        this.name = name;
        this.workplace = workplace;
        this.repository = repository;
        this.transactions = transactions;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public void execute(StepExecution execution) throws JobInterruptedException {
        Delivery delivery = PendingDeliveries.delivery(workplace, execution.getExecutionContext());
        Source source = PendingDeliveries.source(workplace, delivery).orElseThrow();
        Instant started = workplace.clock().instant();
        MunicipalityKey key = workplace.keys().asBefore(delivery.municipality(), delivery.keyId());
        try (var reading = DeliveryReading.open(
                        workplace.configuration(), source, delivery.period(), key, bytes(delivery));
                var writer = LakeWriter.open(workplace.lake(), delivery, workplace.configuration(), source, key)) {
            new StepBuilder(execution.getStepName(), repository)
                    .<RowBlock, NormalisedBlock>chunk(BLOCKS_A_CHUNK)
                    .transactionManager(transactions)
                    .reader(() -> reading.read().orElse(null))
                    .processor(reading::normalise)
                    .writer(chunk -> {
                        for (NormalisedBlock block : chunk) {
                            writer.write(block);
                            if (block.last()) {
                                finish(reading, writer, started);
                            }
                        }
                    })
                    .build()
                    .execute(execution);
        } catch (IOException cannotReadOrWrite) {
            throw new UncheckedIOException("Cannot read delivery " + delivery.id(), cannotReadOrWrite);
        }
    }

    /** A file is read twice, first to tell its charset; an ordinary one is decrypted only once. */
    private ByteSource bytes(Delivery delivery) {
        ByteSource archived = () -> workplace.archive().open(delivery);
        return delivery.bytes() <= HELD_BYTES ? ByteSource.held(archived) : archived;
    }

    private void finish(DeliveryReading reading, LakeWriter writer, Instant started) throws IOException {
        DeliveryManifest manifest = writer.finish(reading.assessment(), workplace.today());
        workplace
                .log()
                .read(manifest, Duration.between(started, workplace.clock().instant()));
    }
}
