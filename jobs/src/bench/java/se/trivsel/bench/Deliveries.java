package se.trivsel.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The sets of deliveries of all municipalities that are made up before anything is measured. */
enum Deliveries {
    /** As many social workers as there are. */
    COUNTRY("country"),

    /** Many times as many: what takes long enough to tell engines apart. */
    LARGE("large");

    private final String folder;

    Deliveries(String folder) {
        this.folder = folder;
    }

    /** The folders of all municipalities, in the order of their codes. */
    List<Path> senders(Workbench bench) throws IOException {
        return Installation.entries(bench.folder().resolve(folder).resolve("inbox"));
    }

    /** A tenth of them, which is more like what somebody may have. */
    List<Path> tenth(Workbench bench) throws IOException {
        List<Path> all = senders(bench);
        return all.subList(0, Math.max(1, all.size() / 10));
    }
}
