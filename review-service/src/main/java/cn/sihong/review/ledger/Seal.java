package cn.sihong.review.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

import java.util.Base64;

/** Signs checkpoints with the installation's key (Ed25519). */
final class Seal {

    private final Ed25519PrivateKeyParameters key;

    private Seal(Ed25519PrivateKeyParameters key) {
        this.key = key;
    }

    /** The key that follows from the secret an operator set. */
    static Seal of(String secret) {
        return new Seal(
                new Ed25519PrivateKeyParameters(
                        Digest.SHA_256
                                .fresh()
                                .digest(("sihong-ledger\n" + secret).getBytes(UTF_8))));
    }

    /** What an installation notes down elsewhere, in base 64. */
    String publicKey() {
        return Base64.getEncoder().encodeToString(key.generatePublicKey().getEncoded());
    }

    String sign(String text) {
        var signer = new Ed25519Signer();
        signer.init(true, key);
        var bytes = text.getBytes(UTF_8);
        signer.update(bytes, 0, bytes.length);
        return Base64.getEncoder().encodeToString(signer.generateSignature());
    }

    static boolean holds(String publicKey, String text, String signature) {
        try {
            var check = new Ed25519Signer();
            check.init(
                    false, new Ed25519PublicKeyParameters(Base64.getDecoder().decode(publicKey)));
            var bytes = text.getBytes(UTF_8);
            check.update(bytes, 0, bytes.length);
            var decoded = Base64.getDecoder().decode(signature);
            // one spelling only: a decoder forgives bits that nobody reads
            return Base64.getEncoder().encodeToString(decoded).equals(signature)
                    && check.verifySignature(decoded);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
