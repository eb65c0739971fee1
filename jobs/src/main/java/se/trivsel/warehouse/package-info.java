@NullMarked
package se.trivsel.warehouse;

import org.jspecify.annotations.NullMarked;
