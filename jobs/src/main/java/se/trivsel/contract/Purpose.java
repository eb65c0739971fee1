package se.trivsel.contract;

/**
 * What a pseudonym is for.
 *
 * <p>The purpose is hashed along with the number: a social worker who is also a client gets two pseudonyms that nobody
 * can link.
 */
public enum Purpose {
    STAFF,
    CLIENT,
    EMPLOYMENT,
    CASE,
    SUPPLIER
}
