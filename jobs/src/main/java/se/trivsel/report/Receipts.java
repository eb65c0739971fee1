package se.trivsel.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.trivsel.contract.Contract;
import se.trivsel.contract.Measure;
import se.trivsel.contract.Municipality;
import se.trivsel.inbox.StrayFile;
import se.trivsel.intake.LeftFile;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.lake.ExpectedDelivery;
import se.trivsel.vocabulary.DurableFiles;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.warehouse.RuleFinding;

/**
 * The folder of answers to senders: for each delivery a text, a page and a table of its remarks, and for each
 * municipality a list of them.
 *
 * <p>The list begins with what is expected and has not come; a municipality that has sent nothing yet has one too. What a
 * receipt says may change later, when a better delivery comes; one that says the same is not written again,
 * so that whoever sends them out can go by the files' times. The answer about a file that is no delivery goes when the
 * file does.
 */
public final class Receipts {
    private static final String STRAY = "okand-fil-";

    private final Path folder;
    private final Map<String, Contract> contracts;
    private final Map<MunicipalityCode, Municipality> municipalities;
    private final List<Measure> measures;
    private final Pages pages = new Pages();

    public Receipts(
            Path folder,
            Map<String, Contract> contracts,
            Map<MunicipalityCode, Municipality> municipalities,
            Collection<Measure> measures) {
        this.folder = folder;
        this.contracts = Map.copyOf(contracts);
        this.municipalities = Map.copyOf(municipalities);
        this.measures = List.copyOf(measures);
    }

    /** An answer, and the name of its files without what follows the dot. */
    private record Answer(String name, ReceiptLink link) {}

    /**
     * Answers for all that has been delivered, ever, and for what lies in the inbox unrecognised or to be mended.
     *
     * @param ruled what the rules between rows found when they were asked last
     * @param expected what has been agreed, and whether it has come
     * @return the files that are new or changed
     */
    public List<Path> write(
            Collection<DeliveryManifest> readings,
            Collection<RuleFinding> ruled,
            Collection<StrayFile> strays,
            Collection<LeftFile> left,
            Collection<ExpectedDelivery> expected) {
        SortedMap<Sender, List<Answer>> answers = answers(new Deliveries(readings), ruled, strays, left);
        Map<Sender, List<ExpectedDelivery>> expectedBySender =
                expected.stream().collect(Collectors.groupingBy(delivery -> sender(delivery.municipality())));
        expectedBySender.keySet().forEach(sender -> answers.putIfAbsent(sender, List.of()));
        var written = new ArrayList<Path>();
        try {
            for (var entry : answers.entrySet()) {
                String name = entry.getKey().name();
                Path place =
                        Files.createDirectories(folder.resolve(entry.getKey().folder()));
                for (Answer answer : entry.getValue()) {
                    write(place, answer, written);
                }
                var links = entry.getValue().stream().map(Answer::link).toList();
                var awaited = Awaited.of(expectedBySender.getOrDefault(entry.getKey(), List.of()), contracts);
                write(place.resolve("index.html"), pages.index(name, awaited, links))
                        .ifPresent(written::add);
            }
            removeOldStrays(answers);
        } catch (IOException cause) {
            throw new UncheckedIOException("Cannot write receipts to " + folder, cause);
        }
        return written;
    }

    private SortedMap<Sender, List<Answer>> answers(
            Deliveries all, Collection<RuleFinding> ruled, Collection<StrayFile> strays, Collection<LeftFile> left) {
        var answers = new TreeMap<Sender, List<Answer>>();
        for (LeftFile file : left) {
            var sender =
                    file.municipality().map(this::sender).orElseGet(() -> Sender.ofShared(folderName(file.path())));
            answers.computeIfAbsent(sender, none -> new ArrayList<>())
                    .add(answer(file.path(), Receipt.of(file, sender.name())));
        }
        for (StrayFile stray : strays) {
            var sender = stray.municipality().map(this::sender).orElse(Sender.UNKNOWN);
            answers.computeIfAbsent(sender, none -> new ArrayList<>())
                    .add(answer(stray.path(), Receipt.of(stray, sender.name())));
        }
        Map<String, List<RuleFinding>> byDelivery =
                ruled.stream().collect(Collectors.groupingBy(RuleFinding::deliveryId));
        for (DeliveryManifest delivery : all.newestFirst()) {
            var sender = sender(delivery.municipality());
            var found = byDelivery.getOrDefault(delivery.deliveryId(), List.of());
            answers.computeIfAbsent(sender, none -> new ArrayList<>()).add(answer(delivery, all, sender, found));
        }
        return answers;
    }

    private Sender sender(MunicipalityCode code) {
        return Sender.of(code, Optional.ofNullable(municipalities.get(code)).map(Municipality::name));
    }

    /** Its files are named for the file's path, which need not be a name that one can show or write. */
    private static Answer answer(Path path, Receipt receipt) {
        String name = STRAY + UUID.nameUUIDFromBytes(path.toString().getBytes(StandardCharsets.UTF_8));
        String fileName = Shown.fileName(name(path));
        return new Answer(name, new ReceiptLink(name, "", fileName, "", receipt));
    }

    private Answer answer(DeliveryManifest delivery, Deliveries all, Sender sender, List<RuleFinding> found) {
        boolean isReplaced =
                all.replacementOf(delivery).filter(DeliveryManifest::full).isPresent();
        List<Measure> moved = isReplaced
                ? List.of()
                : measures.stream()
                        .filter(measure -> measure.datasets().contains(delivery.dataset()))
                        .toList();
        var contract = Optional.ofNullable(contracts.get(delivery.dataset()));
        var receipt = Receipt.of(
                delivery, all, contract, sender.name(), new Remarks(delivery, contract, moved).inOrder(found));
        String rows = "%s av %s"
                .formatted(
                        SwedishNumbers.count(delivery.isAccepted() ? delivery.rowsKept() : 0),
                        SwedishNumbers.counted(delivery.rowsRead(), "rad", "rader"));
        return new Answer(
                delivery.deliveryId(),
                new ReceiptLink(
                        delivery.deliveryId(),
                        SwedishDates.moment(delivery.receivedAt()),
                        Shown.line(delivery.fileName()),
                        rows,
                        receipt));
    }

    private void write(Path place, Answer answer, List<Path> written) throws IOException {
        var receipt = answer.link().receipt();
        write(place.resolve(answer.name() + ".txt"), ReceiptText.of(receipt)).ifPresent(written::add);
        write(place.resolve(answer.name() + ".html"), pages.receipt(receipt, answer.name() + ".csv"))
                .ifPresent(written::add);
        write(place.resolve(answer.name() + ".csv"), RemarkTable.of(receipt)).ifPresent(written::add);
    }

    /** What is no longer in the inbox, or is recognised by now, needs no answer. */
    private void removeOldStrays(Map<Sender, List<Answer>> answers) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Set<String> current = answers.values().stream()
                .flatMap(List::stream)
                .map(Answer::name)
                .collect(Collectors.toSet());
        Set<String> answered = answers.keySet().stream().map(Sender::folder).collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : files.filter(Receipts::isStray).toList()) {
                if (!current.contains(name(file).replaceFirst("\\.[a-z]+$", ""))) {
                    Files.delete(file);
                    if (!answered.contains(folderName(file))) {
                        Files.deleteIfExists(file.resolveSibling("index.html"));
                    }
                }
            }
        }
    }

    private static boolean isStray(Path file) {
        return name(file).startsWith(STRAY);
    }

    private static String folderName(Path file) {
        return name(file.toAbsolutePath().resolveSibling(""));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /**
     * Writes a file as a whole, if it does not say the same already. It is not forced to the disk: what a power cut
     * takes, the next run sees and writes again.
     */
    private static Optional<Path> write(Path file, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return Optional.empty();
        }
        var unfinished = DurableFiles.temporaryBeside(file);
        Files.write(unfinished, bytes);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        return Optional.of(file);
    }
}
