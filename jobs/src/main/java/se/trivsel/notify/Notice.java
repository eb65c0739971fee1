package se.trivsel.notify;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A message in Swedish to those who look after the nights.
 *
 * <p>It leaves the house: it holds codes, counts and municipalities, never a sentence of an exception, a file's name or a value.
 *
 * @param runId the run it is about, where there was one
 */
public record Notice(Event event, Optional<String> runId, String subject, String text, List<Fact> facts) {
    /** A line below the text. */
    public record Fact(String title, String value) {}

    public Notice {
        facts = List.copyOf(facts);
    }

    /** Text and facts, as plain text. */
    String body() {
        return Stream.concat(Stream.of(text, ""), facts.stream().map(fact -> fact.title() + ": " + fact.value()))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
