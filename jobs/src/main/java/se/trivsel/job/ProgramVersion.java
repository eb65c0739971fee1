package se.trivsel.job;

/** Which build of the program runs, as every release says. */
public record ProgramVersion(String version) {
    /** From the jar's manifest; a build that was not packaged has none. */
    public static ProgramVersion ofThisBuild() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return new ProgramVersion(version == null ? "unpackaged" : version);
    }
}
