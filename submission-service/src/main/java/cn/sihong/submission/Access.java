package cn.sihong.submission;

import static cn.sihong.platform.access.AccessTable.any;
import static cn.sihong.platform.access.AccessTable.get;
import static cn.sihong.platform.access.AccessTable.post;
import static cn.sihong.platform.access.AccessTable.put;
import static cn.sihong.platform.access.AccessTable.signedIn;
import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;

import cn.sihong.platform.access.AccessTable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may call what (research.md §1.3, §1.4). Whose record it is, the lifecycles decide. */
@Configuration
class Access {

    @Bean
    AccessTable accessTable() {
        return AccessTable.of(
                get("/api/programmes", signedIn()),
                get("/api/programmes/presets/seed", any(PARTY_OFFICE)),
                get("/api/programmes/{id}", signedIn()),
                post("/api/programmes", any(PARTY_OFFICE)),
                put("/api/programmes/{id}", any(PARTY_OFFICE)),
                post("/api/programmes/{id}/publish", any(PARTY_OFFICE)),
                post("/api/programmes/{id}/close", any(PARTY_OFFICE)),
                get("/api/calendar", signedIn()),
                put("/api/calendar/days/{date}", any(PARTY_OFFICE)),
                get("/api/tasks/submission", signedIn()));
    }
}
