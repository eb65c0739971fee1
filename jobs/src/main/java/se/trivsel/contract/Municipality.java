package se.trivsel.contract;

import java.util.Map;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.SourceKind;

/**
 * A municipality that delivers, and the system it uses for each kind of export.
 *
 * @param groupCode its group in SKR's division of 2023, such as {@code C9}
 */
public record Municipality(MunicipalityCode code, String name, String groupCode, Map<SourceKind, String> systemByKind) {
    public Municipality {
        systemByKind = Map.copyOf(systemByKind);
    }
}
