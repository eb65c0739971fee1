package se.trivsel;

import se.trivsel.cli.RootCommand;

/** Starts the command line. */
public final class Trivsel {
    private Trivsel() {}

    public static void main(String[] arguments) {
        System.exit(RootCommand.commandLine().execute(arguments));
    }
}
