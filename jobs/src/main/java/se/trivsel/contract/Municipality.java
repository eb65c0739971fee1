package se.trivsel.contract;

import java.util.Map;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.SourceKind;

/**
 * A municipality that delivers, and the system it uses for each kind of export.
 *
 * @param groupCode its group in SKR's division of 2023, such as {@code C9}
 * @param calendar what it is expected to deliver when
 */
public record Municipality(
        MunicipalityCode code,
        String name,
        String groupCode,
        Map<SourceKind, String> systemByKind,
        DeliveryCalendar calendar) {
    public Municipality {
        systemByKind = Map.copyOf(systemByKind);
    }

    /** A municipality that nothing is expected of on any day. */
    public Municipality(MunicipalityCode code, String name, String groupCode, Map<SourceKind, String> systemByKind) {
        this(code, name, groupCode, systemByKind, DeliveryCalendar.NONE);
    }
}
