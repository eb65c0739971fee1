package se.trivsel.fetch;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.UserInfo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fingerprints a server may show. Nothing is ever learnt: a new key is agreed on outside of the program. */
final class PinnedHostKeys implements HostKeyRepository {
    private final List<String> fingerprints;
    private volatile Optional<String> refused = Optional.empty();

    PinnedHostKeys(List<String> fingerprints) {
        this.fingerprints = List.copyOf(fingerprints);
    }

    /** The fingerprint that was shown and not known. */
    Optional<String> refused() {
        return refused;
    }

    static String fingerprint(byte[] key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public int check(String host, byte[] key) {
        String shown = fingerprint(key);
        if (fingerprints.contains(shown)) {
            return OK;
        }
        refused = Optional.of(shown);
        return NOT_INCLUDED;
    }

    @Override
    public void add(HostKey hostKey, @Nullable UserInfo user) {
        throw new UnsupportedOperationException("Host keys are agreed on, not learnt");
    }

    @Override
    public void remove(String host, @Nullable String type) {}

    @Override
    public void remove(String host, @Nullable String type, byte @Nullable [] key) {}

    @Override
    public String getKnownHostsRepositoryID() {
        return "host_key";
    }

    @Override
    public HostKey[] getHostKey() {
        return new HostKey[0];
    }

    @Override
    public HostKey[] getHostKey(@Nullable String host, @Nullable String type) {
        return new HostKey[0];
    }
}
