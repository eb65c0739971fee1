package se.trivsel.contract;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.trivsel.vocabulary.MunicipalityCode;

/**
 * Somewhere we bring a municipality's files from, instead of waiting for them in the inbox.
 *
 * <p>No secret is part of it: passwords and keys come from the environment, under names that {@link #secret} gives.
 */
public sealed interface Fetch {
    /** Tells two of the same kind apart; empty for the only one. */
    Optional<String> name();

    /** {@code sftp} or {@code jdbc}: as it is written in configuration. */
    String kind();

    /** The most time it may take, from the first connection to the last file. */
    Duration timeLimit();

    /** {@code sftp} or {@code sftp-ekonomi}: what it is called in messages and file names. */
    default String label() {
        return name().map(name -> kind() + "-" + name).orElse(kind());
    }

    /** The environment variable of one of its secrets: {@code TRIVSEL_SFTP_2062_EKONOMI_PASSWORD}. */
    default String secret(MunicipalityCode municipality, String what) {
        return String.join(
                        "_",
                        "TRIVSEL",
                        kind(),
                        municipality.value() + name().map(name -> "_" + name).orElse(""),
                        what)
                .toUpperCase(Locale.ROOT);
    }

    /**
     * A folder on an SFTP server.
     *
     * @param hostKeys fingerprints of the keys the server may show, such as {@code SHA256:…}; another server is refused
     */
    record Sftp(
            Optional<String> name,
            String host,
            int port,
            String user,
            List<String> hostKeys,
            String folder,
            Duration timeLimit)
            implements Fetch {
        public Sftp {
            hostKeys = List.copyOf(hostKeys);
        }

        @Override
        public String kind() {
            return "sftp";
        }
    }

    /** Queries against a source database; each makes files like those the system would export. */
    record Jdbc(Optional<String> name, String url, String user, List<Query> queries, Duration timeLimit)
            implements Fetch {
        public Jdbc {
            queries = List.copyOf(queries);
        }

        @Override
        public String kind() {
            return "jdbc";
        }
    }
}
