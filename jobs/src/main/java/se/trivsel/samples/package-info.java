/** Invented municipalities at work, and the files they would send: for a first run, for tests and for measuring speed. */
@NullMarked
package se.trivsel.samples;

import org.jspecify.annotations.NullMarked;
