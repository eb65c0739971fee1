package se.trivsel.contract;

import java.util.Comparator;

/**
 * Something in the configuration that has to be corrected before anything can run.
 *
 * <p>Line and column count from 1; both are 0 when the trouble is a file or folder as a whole.
 *
 * @param file relative to the configuration folder, with {@code /} on every platform
 * @param key where in the file, such as {@code columns.employment}; empty for the file as a whole
 * @param message what is wrong and what to do, in English: it is for whoever runs the program
 */
public record ConfigurationProblem(String file, int line, int column, String key, String message)
        implements Comparable<ConfigurationProblem> {
    private static final Comparator<ConfigurationProblem> BY_PLACE = Comparator.comparing(ConfigurationProblem::file)
            .thenComparing(ConfigurationProblem::line)
            .thenComparing(ConfigurationProblem::column)
            .thenComparing(ConfigurationProblem::key)
            .thenComparing(ConfigurationProblem::message);

    static ConfigurationProblem ofFile(String file, String message) {
        return new ConfigurationProblem(file, 0, 0, "", message);
    }

    @Override
    public int compareTo(ConfigurationProblem other) {
        return BY_PLACE.compare(this, other);
    }

    /** {@code sources/hr/x/absence.yaml:12:3: columns.employmnt: no such column …}: editors can jump to it. */
    @Override
    public String toString() {
        String place = line == 0 ? file : file + ":" + line + ":" + column;
        return place + ": " + (key.isEmpty() ? "" : key + ": ") + message;
    }
}
