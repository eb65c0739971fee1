@NullMarked
package se.trivsel.notify;

import org.jspecify.annotations.NullMarked;
