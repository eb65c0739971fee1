package se.trivsel.contract;

import se.trivsel.vocabulary.MunicipalityCode;

/**
 * How many live in a municipality on the last day of a year, by age.
 *
 * <p>It is official statistics, the same whoever asks: no municipality delivers it.
 */
public record Population(MunicipalityCode municipality, int year, int children, int adults, int older) {}
