package se.trivsel.contract;

/**
 * Which part of a field is a column's: {@code 0380 Uppsala} is a code and a name.
 *
 * <p>Where the sign does not stand, all is before it and nothing after.
 *
 * @param sign what parts the two, the first time it stands there; empty for the whole field
 */
public record FieldPart(String sign, boolean isBefore) {
    public static final FieldPart WHOLE = new FieldPart("", true);

    /** The part of a trimmed field, trimmed. */
    public String of(String field) {
        if (sign.isEmpty()) {
            return field;
        }
        int at = field.indexOf(sign);
        if (at < 0) {
            return isBefore ? field : "";
        }
        return (isBefore ? field.substring(0, at) : field.substring(at + sign.length())).strip();
    }
}
