/** How fast it is, measured beside others and beside itself; what is told here is read by people. */
@NullMarked
package se.trivsel.bench;

import org.jspecify.annotations.NullMarked;
