package se.trivsel.fetch;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.testcontainers.DockerClientFactory;

/** Whether there are containers here; {@link ContainersTest} fails where they were promised and are not. */
public final class Containers {
    private Containers() {}

    public static void assumeThere() {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "There is no Docker engine here");
    }
}
