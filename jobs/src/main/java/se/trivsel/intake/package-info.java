@NullMarked
package se.trivsel.intake;

import org.jspecify.annotations.NullMarked;
