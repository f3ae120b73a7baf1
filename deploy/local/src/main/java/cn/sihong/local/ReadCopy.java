package cn.sihong.local;

import java.util.List;

/**
 * Tables that hold nothing but what a service read from topics, and nothing of its own refers to:
 * emptied and read again from the beginning, they are what they were.
 *
 * @param name what an operator calls it
 * @param readers as the service's inbox calls those who fill it
 * @param groups as Kafka calls them, without the service's name
 */
record ReadCopy(
        String name,
        Application service,
        List<String> readers,
        List<String> groups,
        List<String> tables) {

    /** Whom review-service judges, and in which windows. */
    private static final ReadCopy REGISTER =
            new ReadCopy(
                    "review-register",
                    Application.REVIEW,
                    List.of("register"),
                    List.of(
                            "register.programmes",
                            "register.organisations",
                            "register.applications"),
                    List.of(
                            "programmes",
                            "programme_windows",
                            "closed_programmes",
                            "organisations",
                            "seats",
                            "applications",
                            "withdrawn_applications"));

    /** What award-service counts. */
    private static final ReadCopy STATISTICS =
            new ReadCopy(
                    "award-statistics",
                    Application.AWARD,
                    List.of(
                            "statistics.plans",
                            "statistics.applications",
                            "statistics.findings",
                            "statistics.appraisals",
                            "statistics.inspections",
                            "statistics.mutual-reviews"),
                    List.of(
                            "statistics.plans",
                            "statistics.applications",
                            "statistics.findings",
                            "statistics.appraisals",
                            "statistics.inspections",
                            "statistics.mutual-reviews"),
                    List.of(
                            "counted_plans",
                            "counted_applications",
                            "counted_findings",
                            "counted_finding_states",
                            "counted_appraisals",
                            "counted_indicators"));

    /**
     * The others are not listed because rows of their service's own refer to them, or because
     * hearing a second time would do more than copy.
     */
    static final List<ReadCopy> ALL = List.of(REGISTER, STATISTICS);

    static ReadCopy named(String name) {
        return ALL.stream()
                .filter(copy -> copy.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new CannotStart(
                                "没有叫 %s 的副本。可以重建的有：%s"
                                        .formatted(
                                                name,
                                                String.join(
                                                        "、",
                                                        ALL.stream()
                                                                .map(ReadCopy::name)
                                                                .toList()))));
    }

    List<String> consumerGroups() {
        return groups.stream().map(group -> service.name() + "." + group).toList();
    }
}
