package se.trivsel.contract;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A short hash over what records say.
 *
 * <p>Every component of a record counts, also one that is added later. The order of a list counts, that of a set or a map
 * does not: it differs from one start of Java to the next.
 */
final class Fingerprint {
    private Fingerprint() {}

    static String of(Object... content) {
        try {
            byte[] text = canonical(Stream.of(content).toList()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text))
                    .substring(0, 12);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String canonical(Object thing) {
        if (thing instanceof Record record) {
            return Stream.of(record.getClass().getRecordComponents())
                    .map(component -> component.getName() + canonical(value(record, component)))
                    .collect(Collectors.joining(",", record.getClass().getSimpleName() + "(", ")"));
        }
        if (thing instanceof Optional<?> optional) {
            return optional.map(Fingerprint::canonical).orElse("-");
        }
        if (thing instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> canonical(entry.getKey()) + canonical(entry.getValue()))
                    .sorted()
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (thing instanceof Collection<?> collection) {
            Stream<String> elements = collection.stream().map(Fingerprint::canonical);
            return (thing instanceof Set ? elements.sorted() : elements).collect(Collectors.joining(",", "[", "]"));
        }
        String text = String.valueOf(thing);
        return "<" + text.length() + ":" + text + ">";
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException notOurs) {
            throw new IllegalStateException("Cannot read " + component + " of " + record.getClass(), notOurs);
        }
    }
}
