package se.trivsel.vocabulary;

/**
 * A municipality's four-digit code, such as {@code 0380} for Uppsala.
 *
 * <p>It is text: as a number it loses its leading zero, and spreadsheets make it one.
 */
public record MunicipalityCode(String value) implements Comparable<MunicipalityCode> {
    public MunicipalityCode {
        if (!isCode(value)) {
            throw new IllegalArgumentException("Not a municipality code of four digits: " + value);
        }
    }

    public static boolean isCode(String text) {
        return text.length() == 4 && text.chars().allMatch(sign -> sign >= '0' && sign <= '9');
    }

    @Override
    public int compareTo(MunicipalityCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
