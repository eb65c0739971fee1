package se.trivsel.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.trivsel.contract.Configuration;
import se.trivsel.contract.GivenRules;
import se.trivsel.inbox.Archive.Reception;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.SourceKind;

class ArchiveTest {
    private static final Instant NOW = Instant.parse("2016-01-31T02:00:00Z");

    @TempDir
    Path folder;

    private Configuration rules;
    private Archive archive;

    @BeforeEach
    void open() {
        rules = rulesWith("mode: full");
        archive = new Archive(folder.resolve("archive"), KeyRing.open(folder.resolve("keys"), true));
    }

    private Configuration rulesWith(String mode) {
        return new GivenRules(folder)
                .shippedContract("unit")
                .source(SourceKind.HR, "unit", mode + """

                        delivers: unit
                        files: ["enheter_{year}*.csv"]
                        format: {separator: ";"}
                        columns: {unit_code: Enhet, unit_name: Namn, activity_code: Verksamhet, valid_from: Från}
                        """)
                .read();
    }

    @Test
    void aDeliveryIsKeptAsItWasSentAndSealed() throws IOException {
        Reception reception = archive.receive(file("enheter_2015.csv", "Enhet;Namn\n1;Åsa"), NOW);

        Delivery delivery = ((Reception.Received) reception).delivery();
        assertThat(archive.deliveries()).containsExactly(delivery);
        assertThat(content(delivery)).isEqualTo("Enhet;Namn\n1;Åsa");
        assertThat(delivery.bytes()).isEqualTo(17);
        try (var files = Files.walk(folder.resolve("archive"))) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(path, StandardCharsets.ISO_8859_1)).doesNotContain("Enhet;Namn");
            }
        }
    }

    @Test
    void theSameContentIsTheSameDelivery() throws IOException {
        archive.receive(file("enheter_2015.csv", "a"), NOW);

        assertThat(archive.receive(file("enheter_2015_igen.csv", "a"), NOW)).isInstanceOf(Reception.Known.class);
        assertThat(archive.receive(file("enheter_2015.csv", "b"), NOW)).isInstanceOf(Reception.Received.class);
        assertThat(archive.deliveries()).hasSize(2);
    }

    @Test
    void theSameContentUnderManyNamesAtOnceIsReceivedOnce() throws Exception {
        String content = "Enhet;Namn\n".repeat(50_000);
        List<FoundFile> files = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            files.add(file("enheter_2015_" + i + ".csv", content));
        }
        var pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Reception>> tasks = files.stream()
                    .<Callable<Reception>>map(file -> () -> archive.receive(file, NOW))
                    .toList();
            int received = 0;
            for (var task : pool.invokeAll(tasks)) {
                received += task.get() instanceof Reception.Received ? 1 : 0;
            }
            assertThat(received).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
        assertThat(content(archive.deliveries().get(0))).isEqualTo(content);
    }

    @Test
    void contentThatComesBackAfterACorrectionIsADeliveryOfItsOwn() throws IOException {
        archive.receive(file("enheter_2015.csv", "a"), NOW);
        archive.receive(file("enheter_2015.csv", "b"), NOW.plusSeconds(1));

        Reception back = archive.receive(file("enheter_2015.csv", "a"), NOW.plusSeconds(2));

        Delivery delivery = ((Reception.Received) back).delivery();
        assertThat(delivery.id()).endsWith("-2");
        assertThat(content(delivery)).isEqualTo("a");
        assertThat(archive.receive(file("enheter_2015.csv", "a"), NOW.plusSeconds(3)))
                .as("The next night it is known")
                .isEqualTo(new Reception.Known(delivery));
        archive.receive(file("enheter_2015.csv", "b"), NOW.plusSeconds(4));
        archive.receive(file("enheter_2015.csv", "a"), NOW.plusSeconds(5));
        assertThat(archive.deliveries()).hasSize(5);
    }

    @Test
    void twoFilesThatStayWhereTheyAreDoNotReplaceEachOtherEveryNight() throws IOException {
        for (int night = 0; night < 3; night++) {
            archive.receive(file("enheter_2015.csv", "a"), NOW.plusSeconds(night));
            archive.receive(file("enheter_2015_rattad.csv", "b"), NOW.plusSeconds(night));
        }

        assertThat(archive.deliveries()).hasSize(2);
    }

    @Test
    void contentThatComesBackUnderTwoNamesComesBackOnce() throws IOException {
        for (String content : List.of("a", "b", "a", "a")) {
            Instant night = NOW.plusSeconds(archive.deliveries().size());
            archive.receive(file("enheter_2015.csv", content), night);
            archive.receive(file("enheter_2015_kopia.csv", content), night);
        }

        assertThat(archive.deliveries()).hasSize(3);
    }

    @Test
    void anAdditionThatComesBackIsNotAddedTwice() throws IOException {
        rules = rulesWith("mode: delta");
        archive.receive(file("enheter_2015.csv", "a"), NOW);
        archive.receive(file("enheter_2015.csv", "b"), NOW.plusSeconds(1));

        assertThat(archive.receive(file("enheter_2015.csv", "a"), NOW.plusSeconds(2)))
                .isInstanceOf(Reception.Known.class);
    }

    @Test
    void aFileThatGrowsWhileItIsReadIsUnfinishedAndReceivedWhenItIsWhole() throws Exception {
        FoundFile file = file("enheter_2015.csv", "Enhet;Namn\n".repeat(200_000));
        var isRead = new AtomicBoolean();
        var pool = Executors.newSingleThreadExecutor();
        try {
            var upload = pool.submit(() -> {
                while (!isRead.get()) {
                    Files.writeString(file.path(), "x", StandardOpenOption.APPEND);
                }
                return file;
            });
            Reception during = archive.receive(file, NOW);
            isRead.set(true);
            upload.get();

            assertThat(during).isEqualTo(new Reception.Unfinished(file));
            assertThat(archive.deliveries()).isEmpty();
            assertThat(folder.resolve("archive/2062")).isEmptyDirectory();
        } finally {
            pool.shutdownNow();
        }
        Reception after = archive.receive(file, NOW);
        assertThat(content(((Reception.Received) after).delivery())).isEqualTo(Files.readString(file.path()));
    }

    @Test
    void aFileThatVanishesIsUnfinished() throws IOException {
        FoundFile file = file("enheter_2015.csv", "a");
        Files.delete(file.path());

        assertThat(archive.receive(file, NOW)).isInstanceOf(Reception.Unfinished.class);
        assertThat(archive.deliveries()).isEmpty();
    }

    @Test
    void whatAKilledRunLeftIsReceivedAnew() throws IOException {
        Reception first = archive.receive(file("enheter_2015.csv", "a"), NOW);
        Delivery delivery = ((Reception.Received) first).delivery();
        Path entry = folder.resolve("archive/2062").resolve(delivery.id());
        Files.delete(entry.resolve("delivery.json"));
        Files.writeString(entry.resolve(".content.sealed.part"), "half");

        assertThat(archive.deliveries()).isEmpty();
        assertThat(archive.receive(file("enheter_2015.csv", "a"), NOW)).isEqualTo(first);
        assertThat(content(delivery)).isEqualTo("a");
    }

    private FoundFile file(String name, String content) throws IOException {
        Path path = folder.resolve("inbox/2062-mora").resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
        var mora = rules.municipalities().get(new MunicipalityCode("2062"));
        return Inbox.recognise(path, mora, rules).flatMap(NamedFile::found).orElseThrow();
    }

    private String content(Delivery delivery) throws IOException {
        try (InputStream in = archive.open(delivery)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
