package se.trivsel.pages;

import java.time.YearMonth;
import java.util.Optional;

/** An action plan; its end may not be known. */
record Plan(
        String id,
        String municipality,
        String name,
        YearMonth from,
        Optional<YearMonth> to,
        String what,
        String source) {
    String page() {
        return "insats/" + id + ".html";
    }
}
