package cn.sihong.award.honours;

import cn.sihong.award.honours.Honour.Certificate;
import cn.sihong.award.register.VerifyCode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/** Answers whoever holds a certificate, without signing in. */
@Repository
class CertificateChecks {

    /** Compared where there is nothing to compare, so that each answer costs the same. */
    private static final String NOBODYS_CODE = "0".repeat(16);

    private static final int LONGEST_NUMBER = 40;

    private final JdbcClient jdbc;

    CertificateChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is behind a number and its code. Empty for a wrong number and for a wrong code alike,
     * after the same work: nobody learns which numbers exist. One statement and no transaction, for
     * this is what a crowd does on the day of the results.
     */
    Optional<IssuedCertificate> check(String number, String code) {
        var issued =
                jdbc.sql("select * from issued_certificates where number = ?")
                        .param(plain(number))
                        .query((row, n) -> issued(row))
                        .optional();
        var expected = issued.map(one -> one.certificate().code()).orElse(NOBODYS_CODE);
        return VerifyCode.matches(code, expected) ? issued : Optional.empty();
    }

    /** What cannot be a number is asked for as the empty one. */
    private static String plain(String number) {
        return number.length() > LONGEST_NUMBER || number.indexOf(0) >= 0 ? "" : number.strip();
    }

    private static IssuedCertificate issued(ResultSet row) throws SQLException {
        return new IssuedCertificate(
                new Certificate(
                        row.getString("number"),
                        row.getString("code"),
                        row.getObject("valid_until", LocalDate.class)),
                row.getObject("revoked_on", LocalDate.class),
                row.getString("category"),
                row.getString("category_name"),
                row.getString("title"),
                row.getString("school_name"),
                row.getString("programme_title"),
                row.getBoolean("demonstration"),
                row.getString("document_number"),
                row.getObject("issued_on", LocalDate.class));
    }
}
