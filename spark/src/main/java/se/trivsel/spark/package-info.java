/** The SQL tree on Apache Spark: a program of its own, which knows a build folder and nothing else of Trivsel. */
package se.trivsel.spark;
