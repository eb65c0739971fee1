package se.trivsel.contract;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The configuration cannot be used.
 *
 * <p>It carries every problem found, not the first: nobody should have to start the program once a mistake.
 */
public final class InvalidConfiguration extends RuntimeException {
    private final transient List<ConfigurationProblem> problems;

    InvalidConfiguration(List<ConfigurationProblem> problems) {
        super(problems.stream()
                .sorted()
                .map(ConfigurationProblem::toString)
                .collect(Collectors.joining(System.lineSeparator())));
        this.problems = problems.stream().sorted().toList();
    }

    /** In the order of files and lines. */
    public List<ConfigurationProblem> problems() {
        return problems;
    }
}
