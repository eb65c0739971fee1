package se.trivsel.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.Source;
import se.trivsel.extract.RowBlock;
import se.trivsel.inbox.Archive;
import se.trivsel.inbox.Archive.Reception;
import se.trivsel.inbox.Delivery;
import se.trivsel.inbox.FoundFile;
import se.trivsel.inbox.Inbox;
import se.trivsel.inbox.KeyRing;
import se.trivsel.inbox.MunicipalityKey;
import se.trivsel.vocabulary.Home;

/** A delivery's way from the inbox to the lake, without the jobs around it. */
final class Intake {
    private final Path inbox;
    private final Configuration rules;
    private final KeyRing keys;
    private final Archive archive;
    private final Home home;

    Intake(Path folder, Configuration rules) {
        this.inbox = folder.resolve("inbox");
        this.rules = rules;
        this.home = new Home(folder.resolve("home"));
        this.keys = KeyRing.open(home.keys(), true);
        this.archive = new Archive(home.archive(), keys);
    }

    Home home() {
        return home;
    }

    Lake lake() {
        return new Lake(home);
    }

    /** Puts a file into the inbox, and from there into the archive. */
    Delivery receive(String folder, String name, byte[] content) throws IOException {
        Path file = inbox.resolve(folder).resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        FoundFile found = Inbox.look(inbox, rules).found().stream()
                .filter(seen -> seen.path().equals(file))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody agreed on " + name));
        Reception reception = archive.receive(found, Instant.parse("2016-01-31T02:00:00Z"));
        return reception instanceof Reception.Received received
                ? received.delivery()
                : ((Reception.Known) reception).delivery();
    }

    DeliveryManifest read(Delivery delivery) throws IOException {
        return read(delivery, lake());
    }

    DeliveryManifest read(Delivery delivery, Lake lake) throws IOException {
        return readWhile(delivery, lake, () -> {});
    }

    /** What happens elsewhere. */
    @FunctionalInterface
    interface Meanwhile {
        void happens() throws IOException;
    }

    /** Reads, and has something happen when all is written and not finished yet. */
    DeliveryManifest readWhile(Delivery delivery, Lake lake, Meanwhile meanwhile) throws IOException {
        Source source = source(delivery);
        try (var reading = reading(delivery);
                var writer = LakeWriter.open(lake, delivery, rules, source, key(delivery))) {
            for (var block = reading.read(); block.isPresent(); block = reading.read()) {
                writer.write(reading.normalise(block.get()));
            }
            meanwhile.happens();
            return writer.finish(
                    reading.assessment(), LocalDate.of(2016, 1, 31), Instant.parse("2016-01-31T03:00:00Z"));
        }
    }

    /** Reads and writes every row, and is killed before it is finished; the caller closes what is open. */
    LakeWriter readWithoutFinishing(Delivery delivery) throws IOException {
        LakeWriter writer = LakeWriter.open(lake(), delivery, rules, source(delivery), key(delivery));
        try (var reading = reading(delivery)) {
            for (var block = reading.read(); block.isPresent(); block = reading.read()) {
                RowBlock rows = block.get();
                writer.write(reading.normalise(rows));
            }
        }
        return writer;
    }

    MunicipalityKey key(Delivery delivery) {
        return keys.asBefore(delivery.municipality(), delivery.keyId());
    }

    private DeliveryReading reading(Delivery delivery) throws IOException {
        return DeliveryReading.open(
                rules, source(delivery), delivery.period(), key(delivery), () -> archive.open(delivery));
    }

    private Source source(Delivery delivery) {
        return rules.source(delivery.kind(), delivery.system(), delivery.dataset())
                .orElseThrow();
    }
}
