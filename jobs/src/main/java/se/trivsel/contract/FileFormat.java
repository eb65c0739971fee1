package se.trivsel.contract;

import java.util.List;
import java.util.Map;

/**
 * How a system writes its files: their layout, what their fields are called, and the forms of what stands in them.
 *
 * @param noValue cell texts that mean "no value", besides the empty one
 * @param reasonBySign what it writes where a value is withheld, and why it is; these mean "no value" too
 * @param openEnd cell texts that mean "until further notice" in the end of an interval
 * @param yes cell texts that mean yes
 * @param no cell texts that mean no
 */
public record FileFormat(
        Layout layout,
        FieldNames names,
        NumberForm numbers,
        DateForm dates,
        List<String> noValue,
        Map<String, MissingReason> reasonBySign,
        List<String> openEnd,
        List<String> yes,
        List<String> no) {
    public FileFormat {
        noValue = List.copyOf(noValue);
        reasonBySign = Map.copyOf(reasonBySign);
        openEnd = List.copyOf(openEnd);
        yes = List.copyOf(yes);
        no = List.copyOf(no);
    }
}
