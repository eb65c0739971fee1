package se.trivsel.contract;

/** Which day is meant where a system writes only the month of a day; somebody has to say so, it is never guessed. */
public enum MonthDay {
    FIRST,
    LAST
}
