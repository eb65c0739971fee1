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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
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
import se.trivsel.vocabulary.Home;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.warehouse.RuleFinding;

/**
 * The folder of answers to senders: for each delivery a text, a page and a table of its remarks, and for each
 * municipality a list of them.
 *
 * <p>The list begins with what is expected and has not come; a municipality that has sent nothing yet has one too. What a
 * receipt says may change later, when a better delivery comes; one that says the same is not written again,
 * so that whoever sends them out can go by the files' times, and a sender of whom nothing is new costs next to nothing. The answer
 * about a file that is no delivery goes when the file does.
 */
public final class Receipts {
    private static final String STRAY = "okand-fil-";

    private final Path folder;
    private final Path memory;
    private final String rules;
    private final Map<String, Contract> contracts;
    private final Map<MunicipalityCode, Municipality> municipalities;
    private final List<Measure> measures;
    private final Map<MunicipalityCode, Sender> senders = new HashMap<>();
    private final Pages pages = new Pages();

    /**
     * @param home whose receipts they are
     * @param rules a name for all that answers depend on and that no delivery brings: the program's version and the configuration's
     */
    public Receipts(
            Home home,
            String rules,
            Map<String, Contract> contracts,
            Map<MunicipalityCode, Municipality> municipalities,
            Collection<Measure> measures) {
        this.folder = home.receipts();
        this.memory = home.answered();
        this.rules = rules;
        this.contracts = Map.copyOf(contracts);
        this.municipalities = Map.copyOf(municipalities);
        this.measures = List.copyOf(measures);
    }

    /** All that one sender is to be told about. */
    private record Told(
            List<LeftFile> left,
            List<StrayFile> strays,
            List<DeliveryManifest> deliveries,
            List<ExpectedDelivery> expected) {
        Told() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
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
        var all = new Deliveries(readings);
        Map<String, List<RuleFinding>> ruledByDelivery =
                ruled.stream().collect(Collectors.groupingBy(RuleFinding::deliveryId));
        SortedMap<Sender, Told> toldBySender = told(all, strays, left, expected);
        var written = new ArrayList<Path>();
        try {
            AnswersGiven given = AnswersGiven.open(memory);
            for (var entry : toldBySender.entrySet()) {
                Sender sender = entry.getKey();
                Told told = entry.getValue();
                Path place = folder.resolve(sender.folder());
                var awaited = Awaited.of(told.expected(), contracts);
                String hash = hash(sender, told, awaited, ruledByDelivery);
                if (!given.isStanding(place, hash)) {
                    List<Answer> answers = answers(sender, told, all, ruledByDelivery);
                    write(place, sender, awaited, answers, written);
                    removeStraysBut(answers, place);
                    given.gave(place, hash);
                }
            }
            removeOldStrays(toldBySender.keySet());
            given.remember();
        } catch (IOException cause) {
            throw new UncheckedIOException("Cannot write receipts to " + folder, cause);
        }
        return written;
    }

    private Sender sender(MunicipalityCode code) {
        return senders.computeIfAbsent(
                code,
                known -> Sender.of(
                        known, Optional.ofNullable(municipalities.get(known)).map(Municipality::name)));
    }

    private SortedMap<Sender, Told> told(
            Deliveries all,
            Collection<StrayFile> strays,
            Collection<LeftFile> left,
            Collection<ExpectedDelivery> expected) {
        var told = new TreeMap<Sender, Told>();
        Function<Sender, Told> of = sender -> told.computeIfAbsent(sender, nothing -> new Told());
        left.forEach(file -> of.apply(sender(file)).left().add(file));
        strays.forEach(stray -> of.apply(stray.municipality().map(this::sender).orElse(Sender.UNKNOWN))
                .strays()
                .add(stray));
        all.newestFirst()
                .forEach(delivery ->
                        of.apply(sender(delivery.municipality())).deliveries().add(delivery));
        expected.forEach(
                delivery -> of.apply(sender(delivery.municipality())).expected().add(delivery));
        return told;
    }

    private Sender sender(LeftFile file) {
        return file.municipality().map(this::sender).orElseGet(() -> Sender.ofShared(folderName(file.path())));
    }

    /** Of everything that goes into a sender's answers; a reading is told by its name, but for what was purged of it since. */
    private String hash(Sender sender, Told told, List<Awaited> awaited, Map<String, List<RuleFinding>> ruledByDelivery)
            throws IOException {
        var lines = new ArrayList<String>();
        lines.add(rules);
        lines.add(sender.name());
        awaited.forEach(line -> lines.add(line.toString()));
        aboutFiles(sender, told).forEach(answer -> lines.add(answer.toString()));
        for (DeliveryManifest delivery : told.deliveries()) {
            lines.add(delivery.readingId() + " " + delivery.status() + " " + delivery.rowsPurged());
            ruledByDelivery
                    .getOrDefault(delivery.deliveryId(), List.of())
                    .forEach(finding -> lines.add(finding.toString()));
        }
        return AnswersGiven.hash(lines);
    }

    private static List<Answer> aboutFiles(Sender sender, Told told) {
        var answers = new ArrayList<Answer>();
        told.left().forEach(file -> answers.add(answer(file.path(), Receipt.of(file, sender.name()))));
        told.strays().forEach(stray -> answers.add(answer(stray.path(), Receipt.of(stray, sender.name()))));
        return answers;
    }

    private List<Answer> answers(
            Sender sender, Told told, Deliveries all, Map<String, List<RuleFinding>> ruledByDelivery) {
        List<Answer> answers = aboutFiles(sender, told);
        for (DeliveryManifest delivery : told.deliveries()) {
            var found = ruledByDelivery.getOrDefault(delivery.deliveryId(), List.of());
            answers.add(answer(delivery, all, sender, found));
        }
        return answers;
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

    private void write(Path place, Sender sender, List<Awaited> awaited, List<Answer> answers, List<Path> written)
            throws IOException {
        Files.createDirectories(place);
        for (Answer answer : answers) {
            write(place, answer, written);
        }
        var links = answers.stream().map(Answer::link).toList();
        write(place.resolve("index.html"), pages.index(sender.name(), awaited, links))
                .ifPresent(written::add);
    }

    private void write(Path place, Answer answer, List<Path> written) throws IOException {
        var receipt = answer.link().receipt();
        write(place.resolve(answer.name() + ".txt"), ReceiptText.of(receipt)).ifPresent(written::add);
        write(place.resolve(answer.name() + ".html"), pages.receipt(receipt, answer.name() + ".csv"))
                .ifPresent(written::add);
        write(place.resolve(answer.name() + ".csv"), RemarkTable.of(receipt)).ifPresent(written::add);
    }

    /** What is no longer in the inbox, or is recognised by now, needs no answer. */
    private static void removeStraysBut(List<Answer> answers, Path place) throws IOException {
        Set<String> current = answers.stream().map(Answer::name).collect(Collectors.toSet());
        for (Path stray : strays(place)) {
            if (!current.contains(name(stray).replaceFirst("\\.[a-z]+$", ""))) {
                Files.delete(stray);
            }
        }
    }

    /** Whoever had nothing but such answers, and has none any more, needs no list of them either. */
    private void removeOldStrays(Set<Sender> answered) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Set<String> current = answered.stream().map(Sender::folder).collect(Collectors.toSet());
        try (Stream<Path> places = Files.list(folder)) {
            for (Path place : places.filter(Files::isDirectory)
                    .filter(place -> !current.contains(name(place)))
                    .toList()) {
                List<Path> strays = strays(place);
                for (Path stray : strays) {
                    Files.delete(stray);
                }
                if (!strays.isEmpty()) {
                    Files.deleteIfExists(place.resolve("index.html"));
                }
            }
        }
    }

    private static List<Path> strays(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> name(file).startsWith(STRAY)).toList();
        }
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
