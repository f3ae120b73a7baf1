package cn.sihong.submission;

import cn.sihong.platform.access.AccessTable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may call what (research.md §1.3, §1.4). Whose record it is, the lifecycles decide. */
@Configuration
class Access {

    @Bean
    AccessTable accessTable() {
        return AccessTable.of();
    }
}
