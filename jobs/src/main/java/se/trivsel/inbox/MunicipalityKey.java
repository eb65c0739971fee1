package se.trivsel.inbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A municipality's own secret, from which its pseudonyms and the sealing of its files come.
 *
 * <p>Each use has a key of its own derived from the secret, so that none gives away another. Losing the secret means
 * that new deliveries can no longer be linked with old ones, and that archived files can no longer be read.
 */
public final class MunicipalityKey {
    public static final int BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] secret;

    MunicipalityKey(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("A municipality's key has " + BYTES + " bytes, not " + secret.length);
        }
        this.secret = secret.clone();
    }

    /** A key that nothing is kept of: for reading what will be thrown away. */
    public static MunicipalityKey forThrowAway() {
        return new MunicipalityKey(newSecret());
    }

    static byte[] newSecret() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    /** What a manifest says about the key: enough to notice another key, too little to learn anything of this one. */
    public String fingerprint() {
        return HexFormat.of().formatHex(derive("fingerprint"), 0, 8);
    }

    /** A new instance that computes pseudonyms; not for use by two threads. */
    public Mac pseudonyms() {
        return mac(derive("pseudonym"));
    }

    /** What the receiver of prepared deliveries is given instead of this key. */
    public SignatureKey signature() {
        return new SignatureKey(derive("delivery signature"), fingerprint());
    }

    /** A name for content that says nothing of it to whoever has not the key: a plain hash could be tried out. */
    String nameOf(String sha256) {
        return HexFormat.of().formatHex(derive("content/" + sha256));
    }

    SecretKeySpec sealing() {
        return new SecretKeySpec(derive("seal"), "AES");
    }

    private byte[] derive(String use) {
        return mac(secret).doFinal(("trivsel/1/" + use).getBytes(StandardCharsets.UTF_8));
    }

    static Mac mac(byte[] key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public String toString() {
        return "MunicipalityKey[" + fingerprint() + "]";
    }
}
