package cn.sihong.award.honours;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.UUID;

/** The certificates of a decision, for whoever archives them. */
@Component
public class SignedCertificates {

    private final JdbcClient jdbc;
    private final Certificates certificates;

    SignedCertificates(JdbcClient jdbc, Certificates certificates) {
        this.jdbc = jdbc;
        this.certificates = certificates;
    }

    /** A certificate that is valid, printed or not. */
    public record Numbered(UUID honour, String number) {}

    public List<Numbered> of(UUID commendation) {
        return jdbc.sql(
                        """
                        select id, certificate_number from honours
                        where commendation_id = ? and state = 'VALID' order by sequence
                        """)
                .param(commendation)
                .query((row, n) -> new Numbered(row.getObject("id", UUID.class), row.getString(2)))
                .list();
    }

    /** Its bytes as they were signed. */
    public byte[] print(UUID honour) {
        return certificates.print(new Honour.Id(honour)).pdf().getByteArray();
    }
}
