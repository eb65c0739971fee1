@NullMarked
package se.trivsel.serve;

import org.jspecify.annotations.NullMarked;
