package cn.sihong.award.register;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who speaks in notices and certificates.
 *
 * @param name the deciding body, {@code 区教育局党组}
 * @param office where objections go, {@code 区教育局党建工作办公室}
 * @param phone its landline for objections, {@code 0000-12345678}
 * @param address where letters go
 */
@ConfigurationProperties("sihong.bureau")
public record Bureau(String name, String office, String phone, String address) {}
