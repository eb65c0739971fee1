@NullMarked
package se.trivsel.chart;

import org.jspecify.annotations.NullMarked;
