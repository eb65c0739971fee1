package se.trivsel.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Our codes for one thing, in the order people want to see them, each with its Swedish label. */
public record CodeList(String name, String label, Map<String, String> labelByCode) {
    public CodeList {
        labelByCode = Collections.unmodifiableMap(new LinkedHashMap<>(labelByCode));
    }

    public boolean has(String code) {
        return labelByCode.containsKey(code);
    }
}
