@NullMarked
package se.trivsel.report;

import org.jspecify.annotations.NullMarked;
