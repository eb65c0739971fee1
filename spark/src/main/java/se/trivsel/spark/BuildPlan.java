package se.trivsel.spark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What is to be computed of what: {@code plan.json} of a build folder.
 *
 * <p>It is written by the class of the same purpose in the program itself, {@code SparkPlan}; an unknown key is an error.
 *
 * @param schemas of all tables
 * @param functions statements that make the dialect's functions
 * @param given tables that are taken as they are
 * @param bindings what the lake's files of a dataset are called in queries
 * @param layers the tables to compute; those of one read only those of the layers before
 */
record BuildPlan(
        List<String> schemas,
        List<String> functions,
        List<Given> given,
        List<Binding> bindings,
        List<List<Computed>> layers) {
    /** A table in one Parquet file. */
    record Given(String object, String file) {}

    /**
     * The lake's files of a dataset.
     *
     * @param columns names and types of what is read of them, as SQL declares them
     * @param files the readings in use, and no others
     */
    record Binding(String name, String columns, List<String> files) {}

    /**
     * A table that is made by a query.
     *
     * @param place where people find the query
     * @param rows how many it has to have; fewer than none where that is not known
     */
    record Computed(String object, String place, String query, long rows) {}

    static BuildPlan read(Path file) throws IOException {
        return new ObjectMapper().readValue(file.toFile(), BuildPlan.class);
    }
}
