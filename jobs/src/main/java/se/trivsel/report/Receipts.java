package se.trivsel.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import se.trivsel.contract.Contract;
import se.trivsel.contract.Municipality;
import se.trivsel.lake.DeliveryManifest;
import se.trivsel.vocabulary.DurableFiles;
import se.trivsel.vocabulary.MunicipalityCode;

/**
 * The folder of answers to senders: for each delivery a text and a page, and for each municipality a list of them.
 *
 * <p>What a receipt says may change later, when a better delivery comes; one that says the same is not written again,
 * so that whoever sends them out can go by the files' times.
 */
public final class Receipts {
    private final Path folder;
    private final Map<String, Contract> contracts;
    private final Map<MunicipalityCode, Municipality> municipalities;
    private final Pages pages = new Pages();

    public Receipts(Path folder, Map<String, Contract> contracts, Map<MunicipalityCode, Municipality> municipalities) {
        this.folder = folder;
        this.contracts = Map.copyOf(contracts);
        this.municipalities = Map.copyOf(municipalities);
    }

    /** Answers for all that has been delivered, ever; returns the files that are new or changed. */
    public List<Path> write(Collection<DeliveryManifest> readings) {
        var all = new Deliveries(readings);
        var written = new ArrayList<Path>();
        try {
            for (var entry : byMunicipality(all).entrySet()) {
                var name = name(entry.getKey());
                var place = Files.createDirectories(folder.resolve(folderName(entry.getKey())));
                var links = new ArrayList<ReceiptLink>();
                for (DeliveryManifest delivery : entry.getValue()) {
                    var receipt =
                            Receipt.of(delivery, all, Optional.ofNullable(contracts.get(delivery.dataset())), name);
                    write(place.resolve(delivery.deliveryId() + ".txt"), ReceiptText.of(receipt))
                            .ifPresent(written::add);
                    write(place.resolve(delivery.deliveryId() + ".html"), pages.receipt(receipt))
                            .ifPresent(written::add);
                    links.add(link(delivery, receipt));
                }
                write(place.resolve("index.html"), pages.index(name, links)).ifPresent(written::add);
            }
        } catch (IOException cause) {
            throw new UncheckedIOException("Cannot write receipts to " + folder, cause);
        }
        return written;
    }

    private static SortedMap<MunicipalityCode, List<DeliveryManifest>> byMunicipality(Deliveries all) {
        var byMunicipality = new TreeMap<MunicipalityCode, List<DeliveryManifest>>();
        for (DeliveryManifest delivery : all.newestFirst()) {
            byMunicipality
                    .computeIfAbsent(delivery.municipality(), none -> new ArrayList<>())
                    .add(delivery);
        }
        return byMunicipality;
    }

    private static ReceiptLink link(DeliveryManifest delivery, Receipt receipt) {
        return new ReceiptLink(
                delivery.deliveryId() + ".html",
                SwedishDates.moment(delivery.receivedAt()),
                Shown.line(delivery.fileName()),
                "%s av %s"
                        .formatted(
                                SwedishNumbers.count(delivery.isAccepted() ? delivery.rowsKept() : 0),
                                SwedishNumbers.counted(delivery.rowsRead(), "rad", "rader")),
                receipt);
    }

    private String name(MunicipalityCode code) {
        return Optional.ofNullable(municipalities.get(code))
                .map(Municipality::name)
                .orElse("Kommun " + code);
    }

    /** {@code 0380-uppsala}, or the code alone for a municipality that is no longer configured. */
    private String folderName(MunicipalityCode code) {
        return Optional.ofNullable(municipalities.get(code))
                .map(municipality -> code + "-" + slug(municipality.name()))
                .orElse(code.value());
    }

    private static String slug(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
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
