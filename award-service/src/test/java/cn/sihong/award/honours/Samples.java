package cn.sihong.award.honours;

import cn.sihong.award.honours.Honour.Certificate;
import cn.sihong.award.honours.Honour.Entry;
import cn.sihong.award.honours.Honour.Granted;
import cn.sihong.award.honours.Honour.Valid;
import cn.sihong.award.register.Bureau;
import cn.sihong.award.register.InstallationSecret;

import org.bouncycastle.operator.OperatorCreationException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

final class Samples {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-20T02:00:00Z"), ZoneOffset.UTC);
    static final Bureau BUREAU = new Bureau("中共云岭区教育局党组", "云岭区教育局党建工作办公室", "0000-1234567", "云岭路1号");

    private Samples() {}

    static Valid valid(String category, String title, String school, int place) {
        return new Granted(
                        new Entry(
                                new Honour.Id(UUID.randomUUID()),
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                category,
                                category,
                                title,
                                UUID.randomUUID(),
                                school,
                                UUID.randomUUID(),
                                1))
                .certified(
                        Certificate.issued(
                                LocalDate.of(2026, 12, 20),
                                new CertificateNumber("红基证", 2026, place)));
    }

    static CertificateFace face(int place, boolean sample) {
        return new CertificateFace(
                "荣誉证书",
                "实验小学喆堃校区",
                "你单位申报的“星火展厅%d号”，在“2027年度‘四红’党建品牌创建（演示）”中成绩突出，经研究决定，授予“红色基地”称号，特发此证。"
                        .formatted(place),
                "红色基地",
                "区教育局党组",
                "×教党〔2027〕12号",
                LocalDate.of(2027, 12, 31),
                "红基证〔2027〕%04d号".formatted(place),
                "7K2M-0QXF-9A3D-WT4R",
                LocalDate.of(2030, 12, 31),
                "http://127.0.0.1:8080/verify?number=x&code=7K2M0QXF9A3DWT4R",
                sample);
    }

    /** A signature with a key of the operator's, from a file. */
    static PdfSignature signature() {
        try {
            var made = SigningKey.selfSigned("区教育局党组", CLOCK.instant());
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "a", made.key(), "p".toCharArray(), new X509Certificate[] {made.certificate()});
            var file = Files.createTempFile(Path.of("target"), "signing", ".p12");
            try (var out = Files.newOutputStream(file)) {
                store.store(out, "p".toCharArray());
            }
            return new PdfSignature(
                    new SigningKey(
                            null,
                            new SigningKey.Settings(file.toString(), "p"),
                            new InstallationSecret("x".repeat(32)),
                            BUREAU,
                            CLOCK),
                    CLOCK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
