@NullMarked
package se.trivsel.extract;

import org.jspecify.annotations.NullMarked;
