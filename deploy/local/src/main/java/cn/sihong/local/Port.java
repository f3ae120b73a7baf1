package cn.sihong.local;

/** Every port of the run, with the number that is used when nobody says otherwise. */
public enum Port {
    GATEWAY(8080),
    SUBMISSION(8081),
    REVIEW(8082),
    AWARD(8083),
    GATEWAY_MANAGEMENT(8090),
    SUBMISSION_MANAGEMENT(8091),
    REVIEW_MANAGEMENT(8092),
    AWARD_MANAGEMENT(8093),
    KEYCLOAK(8180),
    KEYCLOAK_MANAGEMENT(8190),
    POSTGRES(15432),
    KAFKA(19092),
    KAFKA_CONTROLLER(19093),
    S3(19000);

    private final int usual;

    Port(int usual) {
        this.usual = usual;
    }

    int usual() {
        return usual;
    }

    /** The environment variable that moves it, for example {@code SIHONG_PORT_GATEWAY}. */
    public String variable() {
        return "SIHONG_PORT_" + name();
    }
}
