@NullMarked
package se.trivsel;

import org.jspecify.annotations.NullMarked;
