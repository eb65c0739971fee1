package se.trivsel.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.transaction.PlatformTransactionManager;
import se.trivsel.contract.Source;
import se.trivsel.extract.ByteSource;
import se.trivsel.extract.RowBlock;
import se.trivsel.inbox.Delivery;
import se.trivsel.inbox.MunicipalityKey;
import se.trivsel.inbox.SignatureKey;
import se.trivsel.lake.Assessment;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.lake.DeliveryReading;
import se.trivsel.lake.LakeWriter;
import se.trivsel.lake.PreparedReading;
import se.trivsel.lineage.Dataset;
import se.trivsel.lineage.LineageRun;
import se.trivsel.normalise.NormalisedBlock;

/**
 * Reads one delivery into the lake: a chunk step made when its partition starts.
 *
 * <p>An item is a block of rows. The manifest is written with the last block, inside its transaction: a step that is
 * complete has a manifest, and a step that died begins its delivery anew.
 */
final class DeliveryStep implements Step {
    private static final int BLOCKS_A_CHUNK = 4;

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
        Delivery delivery = Partition.delivery(workplace, execution);
        Source source = PendingDeliveries.source(workplace, delivery).orElseThrow();
        MunicipalityKey key = workplace.keys().asBefore(delivery.municipality(), delivery.keyId());
        try (LineageRun lineage = workplace.lineage().part("read." + delivery.dataset(), delivery.id())) {
            if (delivery.isPrepared()) {
                takeInPrepared(delivery, source, key, execution, lineage);
            } else {
                takeIn(delivery, source, key, execution, lineage);
            }
            if (execution.getStatus() == BatchStatus.STOPPED) {
                lineage.abort();
            }
        } catch (IOException cannotReadOrWrite) {
            throw new UncheckedIOException("Cannot read delivery " + delivery.id(), cannotReadOrWrite);
        }
    }

    private void takeIn(
            Delivery delivery, Source source, MunicipalityKey key, StepExecution execution, LineageRun lineage)
            throws IOException, JobInterruptedException {
        Instant started = workplace.clock().instant();
        try (var reading = DeliveryReading.open(
                        workplace.configuration(),
                        source,
                        delivery.period(),
                        key,
                        ByteSource.of(workplace.archive(), delivery));
                var writer = LakeWriter.open(workplace.lake(), delivery, workplace.configuration(), source, key)) {
            this.<RowBlock>chunk(execution)
                    .reader(() -> reading.read().orElse(null))
                    .processor(reading::normalise)
                    .writer(blocks -> write(blocks, reading.assessment(), writer, started, lineage))
                    .build()
                    .execute(execution);
        }
    }

    private void takeInPrepared(
            Delivery delivery, Source source, MunicipalityKey key, StepExecution execution, LineageRun lineage)
            throws IOException, JobInterruptedException {
        Instant started = workplace.clock().instant();
        SignatureKey signature = workplace.keys().signature(delivery.municipality());
        try (var reading = PreparedReading.open(
                        workplace.lake().readings(delivery),
                        delivery,
                        workplace.configuration(),
                        source,
                        signature,
                        ByteSource.of(workplace.archive(), delivery));
                var writer = LakeWriter.openPrepared(
                        workplace.lake(), delivery, workplace.configuration(), source, key, signature)) {
            this.<NormalisedBlock>chunk(execution)
                    .reader(() -> reading.read().orElse(null))
                    .writer(blocks -> write(blocks, reading.assessment(), writer, started, lineage))
                    .build()
                    .execute(execution);
        }
    }

    private <T> ChunkOrientedStepBuilder<T, NormalisedBlock> chunk(StepExecution execution) {
        return new StepBuilder(execution.getStepName(), repository)
                .<T, NormalisedBlock>chunk(BLOCKS_A_CHUNK)
                .transactionManager(transactions);
    }

    private void write(
            Chunk<? extends NormalisedBlock> blocks,
            Assessment assessment,
            LakeWriter writer,
            Instant started,
            LineageRun lineage)
            throws IOException {
        for (NormalisedBlock block : blocks) {
            writer.write(block);
            workplace.log().rows(block.rows().size() + block.rejected().size());
            if (block.last()) {
                DeliveryManifest manifest = writer.finish(
                        assessment, workplace.today(), workplace.clock().instant());
                tell(manifest, lineage);
                workplace
                        .log()
                        .read(
                                manifest,
                                Duration.between(started, workplace.clock().instant()));
            }
        }
    }

    /** A finding is an assertion that did not hold; a refused delivery goes nowhere. */
    private static void tell(DeliveryManifest manifest, LineageRun lineage) {
        lineage.reads(Dataset.named("archive/" + manifest.deliveryId())
                .withAssertions(manifest.findings().stream()
                        .collect(Collectors.toMap(
                                finding -> finding.code().code(), finding -> false, (one, same) -> one))));
        if (manifest.isAccepted()) {
            lineage.writes(Dataset.named("lake/" + manifest.dataset()).withRows(manifest.rowsKept()));
        }
        lineage.complete();
    }
}
