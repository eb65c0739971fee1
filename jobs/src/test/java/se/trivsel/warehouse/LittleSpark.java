package se.trivsel.warehouse;

import java.util.Map;

/**
 * Spark's settings for a test: what little data need, and no more.
 *
 * <p>They also keep the driver on the loopback; where the rest of Spark listens is for whoever starts it to say.
 */
public final class LittleSpark {
    public static final Map<String, String> SETTINGS = Map.of(
            "spark.driver.memory", "2g",
            "spark.driver.bindAddress", "127.0.0.1",
            "spark.driver.host", "127.0.0.1",
            "spark.ui.enabled", "false",
            "spark.sql.adaptive.enabled", "false",
            "spark.sql.shuffle.partitions", "2",
            "spark.sql.codegen.wholeStage", "false",
            "spark.sql.codegen.factoryMode", "NO_CODEGEN");

    private LittleSpark() {}
}
