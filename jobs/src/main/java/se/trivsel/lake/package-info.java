@NullMarked
package se.trivsel.lake;

import org.jspecify.annotations.NullMarked;
