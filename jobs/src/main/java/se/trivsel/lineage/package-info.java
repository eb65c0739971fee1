@NullMarked
package se.trivsel.lineage;

import org.jspecify.annotations.NullMarked;
