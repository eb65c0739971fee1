package se.trivsel.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.testcontainers.DockerClientFactory;

/** Where containers were promised, a broken engine is a failure: the tests that need them would only be skipped. */
@Tag("containers")
class ContainersTest {
    @Test
    @EnabledIfEnvironmentVariable(named = "TRIVSEL_DOCKER", matches = "local|registry")
    void whereContainersWerePromisedTheyAreThere() {
        assertThat(DockerClientFactory.instance().isDockerAvailable()).isTrue();
    }
}
