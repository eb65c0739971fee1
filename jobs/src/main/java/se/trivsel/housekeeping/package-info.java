@NullMarked
package se.trivsel.housekeeping;

import org.jspecify.annotations.NullMarked;
