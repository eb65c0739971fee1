package se.trivsel.inbox;

import java.util.Arrays;

/** Keys of known bytes, for tests. */
public final class GivenKey {
    private GivenKey() {}

    /** A key whose every byte is the same. */
    public static MunicipalityKey of(int everyByte) {
        byte[] secret = new byte[MunicipalityKey.BYTES];
        Arrays.fill(secret, (byte) everyByte);
        return new MunicipalityKey(secret);
    }
}
