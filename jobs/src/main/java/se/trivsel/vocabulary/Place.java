package se.trivsel.vocabulary;

import java.util.Optional;

/**
 * Where in a delivered file something is: its line, counted from 1, and the heading over the column.
 *
 * <p>Line 0 means the file as a whole.
 */
public record Place(int line, Optional<String> heading) {
    public static final Place WHOLE_FILE = new Place(0, Optional.empty());

    public static Place line(int line) {
        return new Place(line, Optional.empty());
    }

    public static Place cell(int line, String heading) {
        return new Place(line, Optional.of(heading));
    }
}
