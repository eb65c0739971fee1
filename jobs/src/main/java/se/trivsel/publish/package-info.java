@NullMarked
package se.trivsel.publish;

import org.jspecify.annotations.NullMarked;
