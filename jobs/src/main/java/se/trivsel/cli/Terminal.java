package se.trivsel.cli;

/** Whether somebody is watching: a progress bar in a log file is only noise. */
final class Terminal {
    private Terminal() {}

    static boolean isInteractive() {
        String type = System.getenv("TERM");
        return System.getProperty("trivsel.terminal", "no").equals("yes")
                && System.getenv("CI") == null
                && type != null
                && !type.equals("dumb");
    }
}
