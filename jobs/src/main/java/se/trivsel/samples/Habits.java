package se.trivsel.samples;

import java.nio.charset.StandardCharsets;
import se.trivsel.contract.Layout;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.SourceKind;

/**
 * What differs between two files of the same system, because of the machine they were saved on.
 *
 * @param hasMark whether the file begins with a byte order mark
 * @param lineEnd what ends a line; a bare carriage return is rare and real
 * @param isShort whether personal numbers have ten digits and a dash instead of twelve
 */
record Habits(boolean hasMark, String lineEnd, boolean isShort) {
    static Habits of(MunicipalityCode code, SourceKind kind, Layout.Delimited layout) {
        boolean isUtf8 = layout.charset().equals(StandardCharsets.UTF_8);
        int digits = Integer.parseInt(code.value()) / 10;
        return new Habits(isUtf8 && digits % 2 == 0, lineEnd(code, kind, isUtf8), digits % 3 == 0);
    }

    private static String lineEnd(MunicipalityCode code, SourceKind kind, boolean isUtf8) {
        if (kind == SourceKind.INVOICE && code.value().equals("1291")) {
            return "\r";
        }
        return isUtf8 ? "\n" : "\r\n";
    }

    /** A personal number of twelve digits as it is written here. */
    String personalNumber(String number) {
        return isShort ? number.substring(2, 8) + "-" + number.substring(8) : number;
    }
}
