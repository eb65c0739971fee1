/** The Swedish pages that a release carries: what its served file says, for people who ask no database. */
@org.jspecify.annotations.NullMarked
package se.trivsel.pages;
