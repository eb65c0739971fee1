package se.trivsel.samples;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A service to its end.
 *
 * @param investigation what it was decided after, when that is known
 * @param client nobody where it is given without an assessment of needs
 */
record Service(
        String number,
        Optional<Investigation> investigation,
        Optional<Individual> client,
        String type,
        LocalDate startedOn,
        LocalDate endedOn,
        String unit) {}
