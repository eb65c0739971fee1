@NullMarked
package se.trivsel.fetch;

import org.jspecify.annotations.NullMarked;
