package cn.sihong.award.ranking;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A result package as bytes. Canonical: properties in alphabetical order, no white space, absent
 * scores left out, whole numbers only, UTF-8; so that the same package is the same bytes and has
 * the same hash.
 */
public record PackageText(String json) {

    private static final JsonMapper CANONICAL =
            JsonMapper.builder()
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .changeDefaultPropertyInclusion(included ->
                            included.withValueInclusion(
                                    com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
                    .build();

    public static PackageText of(ResultPackage result) {
        return new PackageText(CANONICAL.writeValueAsString(result));
    }

    /**
     * The package that was written.
     *
     * @throws IllegalArgumentException when the text is none
     */
    public ResultPackage read() {
        try {
            return CANONICAL.readValue(json, ResultPackage.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a result package", e);
        }
    }

    /** SHA-256 of the bytes, in hexadecimal; it stands in the notice and in the decision. */
    public String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(json.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
