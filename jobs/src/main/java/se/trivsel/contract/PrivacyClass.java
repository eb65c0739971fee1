package se.trivsel.contract;

/** What happens to a column's values before they leave the protected zone. */
public enum PrivacyClass {
    /** Says nothing about who somebody is; kept as it is. */
    KEEP,
    /** Kept only in a coarser form: a birth year, an age group, the names of legal persons. */
    COARSEN,
    /** Replaced by a keyed pseudonym. */
    PSEUDONYMISE,
    /** Read and validated, then left out. */
    DROP
}
