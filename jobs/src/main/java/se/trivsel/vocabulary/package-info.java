@NullMarked
package se.trivsel.vocabulary;

import org.jspecify.annotations.NullMarked;
