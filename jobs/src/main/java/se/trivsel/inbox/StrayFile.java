package se.trivsel.inbox;

import java.nio.file.Path;
import java.util.Optional;
import se.trivsel.vocabulary.FindingCode;
import se.trivsel.vocabulary.MunicipalityCode;

/** A file in the inbox that nobody can say what it is. It is left where it lies and reported every night. */
public record StrayFile(Path path, Optional<MunicipalityCode> municipality, FindingCode reason) {}
