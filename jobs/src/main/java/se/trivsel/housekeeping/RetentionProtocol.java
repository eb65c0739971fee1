package se.trivsel.housekeeping;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What housekeeping removed, or would remove, by which rules.
 *
 * <p>It is written before anything is removed, and again when all is: one that has no end was cut off, and what was left then is in a
 * later one.
 *
 * @param rules the operator's, with how long they keep
 * @param releases every release ever published that can be made again only with rows of the lake from now on, since the bytes of
 *     deliveries it stands on went
 */
public record RetentionProtocol(
        Instant startedAt,
        Optional<Instant> endedAt,
        Map<String, Period> rules,
        List<Removed> removed,
        List<String> releases) {
    public RetentionProtocol {
        rules = Collections.unmodifiableMap(new TreeMap<>(rules));
        removed = List.copyOf(removed);
        releases = List.copyOf(releases);
    }

    RetentionProtocol endedAt(Instant end) {
        return new RetentionProtocol(startedAt, Optional.of(end), rules, removed, releases);
    }

    /**
     * What went by one rule.
     *
     * @param oldest the first day that anything of it was kept from
     * @param names deliveries, readings, runs or jobs
     */
    public record Removed(String rule, Period kept, int items, long bytes, LocalDate oldest, List<String> names) {
        public Removed {
            names = List.copyOf(names);
        }
    }
}
