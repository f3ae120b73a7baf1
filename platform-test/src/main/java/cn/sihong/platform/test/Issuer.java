package cn.sihong.platform.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;

/** Publishes a key as Keycloak does, and signs tokens with it; forges some too. */
class Issuer {

    private final RSAKey key = newKey("test");
    private final HttpServer server;

    Issuer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/realms/sihong/protocol/openid-connect/certs",
                exchange -> {
                    var keys =
                            new JWKSet(key.toPublicJWK())
                                    .toString()
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("content-type", "application/json");
                    exchange.sendResponseHeaders(200, keys.length);
                    exchange.getResponseBody().write(keys);
                    exchange.close();
                });
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:%d/realms/sihong".formatted(server.getAddress().getPort());
    }

    String sign(JWTClaimsSet claims) {
        return underName(key.getKeyID(), claims);
    }

    /** Signed with our key, which the header calls by this name. */
    String underName(String keyId, JWTClaimsSet claims) {
        return signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId), key, claims);
    }

    /** Says {@code alg: none} and has no signature. */
    String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    /** What a verifier believes that takes the published key for a shared secret. */
    String hmacWithKey(JWTClaimsSet claims) {
        return hmac(encodedKey(), claims);
    }

    /** The same, with the key as it is usually written into files. */
    String hmacWithPem(JWTClaimsSet claims) {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encodedKey());
        var pem = "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n".formatted(body);
        return hmac(pem.getBytes(StandardCharsets.US_ASCII), claims);
    }

    /** Signed by somebody else, who calls their key as ours. */
    String byStranger(JWTClaimsSet claims) {
        return signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()),
                newKey("stranger"),
                claims);
    }

    /** Signed by somebody else, whose key lies in the header. */
    String withOwnKey(JWTClaimsSet claims) {
        var own = newKey("own");
        return signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("own").jwk(own.toPublicJWK()),
                own,
                claims);
    }

    /** A good signature under a longer life than was signed. */
    String altered(JWTClaimsSet claims) {
        var token = sign(claims);
        var header = token.substring(0, token.indexOf('.'));
        var signature = token.substring(token.lastIndexOf('.') + 1);
        var longer =
                new JWTClaimsSet.Builder(claims)
                        .expirationTime(
                                Date.from(
                                        claims.getExpirationTime()
                                                .toInstant()
                                                .plus(1, ChronoUnit.DAYS)));
        return String.join(
                ".", header, longer.build().toPayload().toBase64URL().toString(), signature);
    }

    private byte[] encodedKey() {
        try {
            return key.toRSAPublicKey().getEncoded();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String hmac(byte[] secret, JWTClaimsSet claims) {
        try {
            var token =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(),
                            claims);
            token.sign(new MACSigner(secret));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JWSHeader.Builder header, RSAKey with, JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(header.build(), claims);
            token.sign(new RSASSASigner(with));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey(String name) {
        try {
            return new RSAKeyGenerator(2048).keyID(name).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
