package se.trivsel.contract;

import java.util.List;
import java.util.Map;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.SourceKind;

/**
 * A municipality that delivers, and the system it uses for each kind of export.
 *
 * @param groupCode its group in SKR's division of 2023, such as {@code C9}
 * @param fetches where its files are brought from, besides the inbox
 */
public record Municipality(
        MunicipalityCode code,
        String name,
        String groupCode,
        Map<SourceKind, String> systemByKind,
        List<Fetch> fetches) {
    public Municipality {
        systemByKind = Map.copyOf(systemByKind);
        fetches = List.copyOf(fetches);
    }

    /** One whose files all come to the inbox. */
    public Municipality(MunicipalityCode code, String name, String groupCode, Map<SourceKind, String> systemByKind) {
        this(code, name, groupCode, systemByKind, List.of());
    }
}
