@NullMarked
package se.trivsel.normalise;

import org.jspecify.annotations.NullMarked;
