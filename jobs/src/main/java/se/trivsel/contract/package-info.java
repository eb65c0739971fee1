@NullMarked
package se.trivsel.contract;

import org.jspecify.annotations.NullMarked;
