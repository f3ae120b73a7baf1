package cn.sihong.platform.keycloak;

import java.util.Arrays;
import java.util.Optional;

/**
 * What somebody may be in the scheme (research.md §1.2). The wire names are Keycloak's realm roles.
 */
public enum Role {
    /** 党建办: runs the scheme. */
    PARTY_OFFICE("party-office"),
    /** 局党组成员: decides. */
    PARTY_GROUP_MEMBER("party-group-member"),
    /** 纪检: watches. */
    DISCIPLINE("discipline"),
    /** 街道教育中心审核人. */
    STREET_REVIEWER("street-reviewer"),
    /** 直属学校审核人. */
    DIRECT_UNIT_REVIEWER("direct-unit-reviewer"),
    /** 书记: signs and answers for the school (R32). */
    SCHOOL_SECRETARY("school-secretary"),
    /** 党建信息员: collects and writes (R37). */
    INFO_OFFICER("info-officer"),
    /** 申报人: the person a 红色园丁 application is about. */
    NOMINEE("nominee"),
    /** 互评员. */
    PEER_REVIEWER("peer-reviewer"),
    /** 验收组成员. */
    INSPECTOR("inspector"),
    /** 档案员. */
    ARCHIVIST("archivist"),
    /** 系统管理员. */
    SYS_ADMIN("sys-admin"),
    /** 安全管理员. */
    SEC_ADMIN("sec-admin"),
    /** 审计管理员. */
    AUDITOR("auditor");

    private final String wireName;

    Role(String wireName) {
        this.wireName = wireName;
    }

    /** As Keycloak and the events spell it, {@code party-office}. */
    public String wireName() {
        return wireName;
    }

    /**
     * Whose deed reaches beyond one school, and who therefore gives a second factor at sign-in. The
     * realm asks the same of the same.
     */
    public boolean isOfficer() {
        return switch (this) {
            case SCHOOL_SECRETARY, INFO_OFFICER, NOMINEE, PEER_REVIEWER -> false;
            case PARTY_OFFICE,
                    PARTY_GROUP_MEMBER,
                    DISCIPLINE,
                    STREET_REVIEWER,
                    DIRECT_UNIT_REVIEWER,
                    INSPECTOR,
                    ARCHIVIST,
                    SYS_ADMIN,
                    SEC_ADMIN,
                    AUDITOR ->
                    true;
        };
    }

    /** The role of this wire name; Keycloak has roles of its own, which are none of ours. */
    public static Optional<Role> of(String wireName) {
        return Arrays.stream(values()).filter(role -> role.wireName.equals(wireName)).findFirst();
    }
}
