@NullMarked
package se.trivsel.cli;

import org.jspecify.annotations.NullMarked;
