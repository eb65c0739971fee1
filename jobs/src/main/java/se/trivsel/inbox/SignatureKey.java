package se.trivsel.inbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;

/**
 * What tells a municipality's prepared deliveries from anybody else's; it is derived from the municipality's key.
 *
 * <p>No pseudonym can be made with it, so whoever holds nothing else cannot find out who a person is. It signs as well as
 * it verifies: in wrong hands it forges deliveries.
 */
public final class SignatureKey {
    private static final int FINGERPRINT_BYTES = 8;

    private final byte[] secret;
    private final String fingerprint;

    SignatureKey(byte[] secret, String fingerprint) {
        this.secret = secret.clone();
        this.fingerprint = fingerprint;
    }

    /** As {@link #encoded} wrote it: the secret, then the fingerprint of the key it was derived from. */
    SignatureKey(byte[] written) {
        if (written.length != MunicipalityKey.BYTES + FINGERPRINT_BYTES) {
            throw new IllegalArgumentException("Not a signature key: " + written.length + " bytes");
        }
        this.secret = Arrays.copyOf(written, MunicipalityKey.BYTES);
        this.fingerprint = HexFormat.of().formatHex(written, MunicipalityKey.BYTES, written.length);
    }

    /** In Base64, for the file that the receiver of the deliveries is given. */
    public String encoded() {
        byte[] written = Arrays.copyOf(secret, MunicipalityKey.BYTES + FINGERPRINT_BYTES);
        System.arraycopy(HexFormat.of().parseHex(fingerprint), 0, written, MunicipalityKey.BYTES, FINGERPRINT_BYTES);
        return Base64.getEncoder().encodeToString(written);
    }

    /** Of the municipality's key, with which its pseudonyms are made. */
    public String fingerprint() {
        return fingerprint;
    }

    public String sign(byte[] text) {
        Mac mac = MunicipalityKey.mac(secret);
        return HexFormat.of().formatHex(mac.doFinal(text));
    }

    public boolean hasSigned(byte[] text, String signature) {
        return MessageDigest.isEqual(
                sign(text).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "SignatureKey[" + fingerprint + "]";
    }
}
