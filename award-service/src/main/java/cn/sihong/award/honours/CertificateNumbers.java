package cn.sihong.award.honours;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Gives numbers without gaps: a decision that is rolled back gives its numbers back. */
@Repository
class CertificateNumbers {

    private final JdbcClient jdbc;

    CertificateNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    CertificateNumber next(String series, int year) {
        var place =
                jdbc.sql(
                                """
                                insert into certificate_numbers (series, year, last) values (?, ?, 1)
                                on conflict (series, year) do update set last = certificate_numbers.last + 1
                                returning last
                                """)
                        .params(series, year)
                        .query(Integer.class)
                        .single();
        return new CertificateNumber(series, year, place);
    }
}
