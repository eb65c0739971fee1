package se.trivsel.job;

import java.nio.file.Path;
import java.util.Optional;
import se.trivsel.vocabulary.Home;

/** Sample deliveries of some municipalities, taken in or published, for tests of other packages. */
public final class SampleDeliveries {
    private SampleDeliveries() {}

    /** A home whose lake holds them; nothing is built. */
    public static Home takenIn(Path root, String... folders) {
        SmallWorld world = world(root, folders);
        for (JobName job : new JobName[] {JobName.HR, JobName.CASE, JobName.INVOICE}) {
            world.runs(job, Optional.empty());
        }
        return world.home();
    }

    /** A home with a release of them. */
    public static Home published(Path root, String... folders) {
        SmallWorld world = world(root, folders);
        world.runs();
        return world.home();
    }

    private static SmallWorld world(Path root, String... folders) {
        var world = new SmallWorld(root);
        for (String folder : folders) {
            world.receives(folder);
        }
        return world;
    }
}
