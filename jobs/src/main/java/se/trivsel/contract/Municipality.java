package se.trivsel.contract;

import java.util.List;
import java.util.Map;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.vocabulary.SourceKind;

/**
 * A municipality that delivers, and the system it uses for each kind of export.
 *
 * @param calendar what it is expected to deliver when
 * @param fetches where its files are brought from, besides the inbox
 */
public record Municipality(
        MunicipalityCode code,
        String name,
        Map<SourceKind, String> systemByKind,
        DeliveryCalendar calendar,
        List<Fetch> fetches) {
    public Municipality {
        systemByKind = Map.copyOf(systemByKind);
        fetches = List.copyOf(fetches);
    }

    /** One of which nothing is expected on any day, and whose files all come to the inbox. */
    public Municipality(MunicipalityCode code, String name, Map<SourceKind, String> systemByKind) {
        this(code, name, systemByKind, DeliveryCalendar.NONE, List.of());
    }
}
