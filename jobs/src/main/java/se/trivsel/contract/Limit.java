package se.trivsel.contract;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A limit set by law while it held.
 *
 * @param name such as {@code investigation_limit_months}; its last word is the value's unit
 * @param from the first day it held; without it, since ever
 * @param to the last day it held; without it, it still does
 * @param law act and paragraph, in Swedish
 */
public record Limit(String name, Optional<LocalDate> from, Optional<LocalDate> to, int value, String law) {}
