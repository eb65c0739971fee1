package se.trivsel.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import se.trivsel.contract.Purpose;
import se.trivsel.inbox.GivenKey;

class PseudonymsTest {
    private static final String PERSON = "197601012391";
    private final Pseudonyms pseudonyms = new Pseudonyms(GivenKey.of(7));

    @Test
    void aPseudonymIsHmacSha256CutTo128Bits() throws GeneralSecurityException {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) 7);
        byte[] key = hmac(secret, "trivsel/1/pseudonym");
        String expected = HexFormat.of().formatHex(hmac(key, "STAFF\u001f" + PERSON), 0, 16);

        assertThat(pseudonyms.of(Purpose.STAFF, PERSON)).isEqualTo(expected).hasSize(32);
    }

    @Test
    void aPersonHasOnePseudonymInEveryFile() {
        assertThat(new Pseudonyms(GivenKey.of(7)).of(Purpose.CLIENT, PERSON))
                .isEqualTo(pseudonyms.of(Purpose.CLIENT, PERSON));
    }

    @Test
    void aSocialWorkerWhoIsAlsoAClientHasTwo() {
        assertThat(Arrays.stream(Purpose.values()).map(purpose -> pseudonyms.of(purpose, PERSON)))
                .doesNotHaveDuplicates();
    }

    @Test
    void anotherMunicipalitysKeyGivesAnother() {
        assertThat(new Pseudonyms(GivenKey.of(8)).of(Purpose.STAFF, PERSON))
                .isNotEqualTo(pseudonyms.of(Purpose.STAFF, PERSON));
    }

    @Test
    void anAnswerForgottenIsGivenAgain() {
        String before = pseudonyms.of(Purpose.STAFF, PERSON);
        for (int i = 0; i < 50_000; i++) {
            pseudonyms.of(Purpose.STAFF, "A" + i);
        }

        assertThat(pseudonyms.of(Purpose.STAFF, PERSON)).isEqualTo(before);
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
