package se.trivsel.extract;

/**
 * A row of headings as it was written, without its line end.
 *
 * @param line the line it begins on, counted from 1; a quoted heading may go on over several
 */
public record HeadingLine(int line, String text) {}
