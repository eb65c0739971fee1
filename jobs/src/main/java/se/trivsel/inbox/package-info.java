@NullMarked
package se.trivsel.inbox;

import org.jspecify.annotations.NullMarked;
