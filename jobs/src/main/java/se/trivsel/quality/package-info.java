@NullMarked
package se.trivsel.quality;

import org.jspecify.annotations.NullMarked;
