package se.trivsel.contract;

import java.util.Map;
import java.util.Optional;
import se.trivsel.vocabulary.MunicipalityCode;

/**
 * How a file with rows of several municipalities says whose each row is.
 *
 * <p>A cell that says a code does not say that its municipality sends by this system: see {@link Configuration#senders}.
 *
 * @param part the part of the field that says it, where that is not the whole field
 * @param codeByWord their words and the codes they mean; without words the field holds the code
 * @param trailer the last rows of the file, which speak of all municipalities' rows
 */
public record Sharing(String heading, FieldPart part, Map<String, MunicipalityCode> codeByWord, Trailer trailer) {
    private static final int DIGITS_WITHOUT_ZERO = 3;

    public Sharing {
        codeByWord = Map.copyOf(codeByWord);
    }

    /** The municipality that a trimmed cell says; a code that was taken for a number has lost its zero. */
    public Optional<MunicipalityCode> municipality(String cell) {
        String word = part.of(cell);
        if (!codeByWord.isEmpty()) {
            return Optional.ofNullable(codeByWord.get(word));
        }
        String code = word.length() == DIGITS_WITHOUT_ZERO ? "0" + word : word;
        return MunicipalityCode.isCode(code) ? Optional.of(new MunicipalityCode(code)) : Optional.empty();
    }
}
