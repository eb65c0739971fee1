package se.trivsel.contract;

import java.time.LocalDate;

/**
 * What was new in a delivery format from a certain day, told to those who deliver.
 *
 * @param columns the columns' version from then on ({@link Contract#columnsVersion}): a change that nobody told shows
 */
public record FormatChange(LocalDate on, String columns, String what) {}
