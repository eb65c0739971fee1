package se.trivsel.pages;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a figure shows beside its group's, in words and a sign: never more than the limits of chance allow.
 *
 * <p>Where chance cannot be calculated, it only says where among the group's the figure lies, and is no verdict.
 *
 * @param style the class of the style sheet: {@code is-better}, {@code is-worse}, {@code is-other}, {@code is-alike}, {@code lies} or {@code none}
 */
public record Judgement(String sign, String words, String style) {
    private static final Judgement NONE = new Judgement("", "", "none");

    /** Whether it says that the municipality differs from its group by more than chance. */
    boolean isVerdict() {
        return switch (style) {
            case "is-better", "is-worse", "is-other" -> true;
            default -> false;
        };
    }

    static Judgement of(Figure figure, Optional<Comparison> comparison, Measure measure) {
        if (figure.value().isEmpty() || comparison.isEmpty()) {
            return NONE;
        }
        return switch (comparison.get().verdict()) {
            case "far_above" -> differs(true, "Klart ", measure.direction());
            case "above" -> differs(true, "", measure.direction());
            case "far_below" -> differs(false, "Klart ", measure.direction());
            case "below" -> differs(false, "", measure.direction());
            case "as_the_group" -> new Judgement("≈", "Går inte att skilja från gruppen", "is-alike");
            default -> place(figure.value().get(), comparison.get().middle());
        };
    }

    private static Judgement differs(boolean isAbove, String how, String direction) {
        if (direction.equals("none")) {
            return isAbove
                    ? new Judgement("▲", capital(how + "högre än gruppen"), "is-other")
                    : new Judgement("▼", capital(how + "lägre än gruppen"), "is-other");
        }
        boolean isBetter = isAbove == direction.equals("higher_is_better");
        String sign = isAbove ? "▲" : "▼";
        return isBetter
                ? new Judgement(sign, capital(how + "bättre än gruppen"), "is-better")
                : new Judgement(sign, capital(how + "sämre än gruppen"), "is-worse");
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static Judgement place(BigDecimal value, Comparison.Middle middle) {
        if (middle.lower().isEmpty() || middle.upper().isEmpty()) {
            return new Judgement("", "För få kommuner att jämföra med", "none");
        }
        if (value.compareTo(middle.lower().get()) < 0) {
            return new Judgement("", "Under gruppens mitthälft", "lies");
        }
        return value.compareTo(middle.upper().get()) > 0
                ? new Judgement("", "Över gruppens mitthälft", "lies")
                : new Judgement("", "I gruppens mitthälft", "lies");
    }
}
