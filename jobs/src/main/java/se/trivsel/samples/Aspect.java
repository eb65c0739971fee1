package se.trivsel.samples;

/** What a story says about a workplace month by month, with the value of an ordinary municipality. */
enum Aspect {
    /** Share of the permanent social workers who leave by own request in a year; of other occupations half as many. */
    OWN_REQUEST(0.12),
    /** Share of the permanent staff who leave for other reasons than own request and pension in a year. */
    OTHER_EXITS(0.01),
    /** Share of the permanent social workers who change unit in a year. */
    UNIT_MOVES(0.05),
    /** Share of the permanent social workers who go over to another occupation of the municipality in a year. */
    OCCUPATION_MOVES(0.04),
    /** Temporary social workers for each post. */
    TEMPORARY(0.10),
    /** Share of the permanent staff who begin a long parental leave in a year. */
    PARENTAL_LEAVES(0.06),
    /** Months from a post's falling vacant to its next holder. */
    MONTHS_TO_FILL(3),
    /** Share of the vacant posts that a hired consultant covers. */
    CONSULTANT_COVER(0.25),
    /** Hired consultants beside the vacant posts, for each post. */
    EXTRA_CONSULTANTS(0.01),
    /** Sick spells of 60 days or more, a person and year. */
    LONG_SICK(0.08),
    /** Sick spells of 15 to 59 days, a person and year. */
    MIDDLE_SICK(0.18),
    /** Sick spells of at most 14 days, a person and year. */
    SHORT_SICK(1.3),
    /** Hours of overtime, a person and month. */
    OVERTIME(2),
    /** Reports and applications, a social worker's post and year. */
    REFERRALS(7),
    /** Share of the decisions that come after the fourteenth day. */
    LATE_DECISIONS(0.08),
    /** Share of the investigations that take more than four months. */
    LATE_INVESTIGATIONS(0.15),
    /** Share of the cases that nobody handles at first. */
    UNASSIGNED(0.06),
    /** Days such a case waits, about. */
    QUEUE_DAYS(20),
    /** Share of the placements that are bought. */
    BOUGHT(0.35),
    /** Student jobs in the summer, for each post. */
    SUMMER_JOBS(0),
    /** Hours of supervision, a handler and month. */
    SUPERVISION(1.5),
    /** Days of training, a person and year. */
    TRAINING(4),
    /** Share of those covering for parental leave who have a permanent post. */
    PERMANENT_COVER(0.2),
    /** What social workers are paid, of what they are paid in the country. */
    PAY(1),
    /** The mean answer of surveys, on the scale from 1 to 5. */
    ENGAGEMENT(3.9),
    /** Share of the managers who are trained for the work environment. */
    TRAINED_MANAGERS(0.6),
    /** Services without an assessment of needs, a handler's post and year. */
    UNASSESSED_SERVICES(0.4);

    private final double ordinary;

    Aspect(double ordinary) {
        this.ordinary = ordinary;
    }

    double ordinary() {
        return ordinary;
    }
}
