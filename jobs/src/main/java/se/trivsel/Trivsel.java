package se.trivsel;

/** Starts the command line. */
public final class Trivsel {
    private Trivsel() {}

    public static void main(String[] arguments) {
        System.out.println("Trivsel");
    }
}
