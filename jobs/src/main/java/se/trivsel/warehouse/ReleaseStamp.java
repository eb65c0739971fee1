package se.trivsel.warehouse;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What is stamped on everything in a release.
 *
 * <p>It comes from outside, so that the same deliveries, rules and stamp give the same content on any machine.
 *
 * @param asOf the business date: nothing that was known later is used
 * @param codeVersion the version of the program and its SQL
 * @param definitionVersion the version of the configuration the figures are defined by
 */
public record ReleaseStamp(
        String releaseId, LocalDate asOf, Instant publishedAt, String codeVersion, String definitionVersion) {}
