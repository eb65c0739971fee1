package se.trivsel.contract;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

/**
 * What a municipality has agreed to deliver when: for which months, and when each dataset is due.
 *
 * <p>Without a first month, the first one that it ever delivered counts; without a last one, it goes on. A dataset that is
 * not listed is never late.
 */
public record DeliveryCalendar(Optional<YearMonth> from, Optional<YearMonth> to, Map<String, Due> dueByDataset) {
    public static final DeliveryCalendar NONE = new DeliveryCalendar(Optional.empty(), Optional.empty(), Map.of());

    public DeliveryCalendar {
        dueByDataset = Map.copyOf(dueByDataset);
    }
}
