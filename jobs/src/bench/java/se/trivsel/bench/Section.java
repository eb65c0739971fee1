package se.trivsel.bench;

/** A part of the bench that can be run alone: it measures, and prints its own table. */
interface Section {
    void measure() throws Exception;
}
