@NullMarked
package se.trivsel.job;

import org.jspecify.annotations.NullMarked;
