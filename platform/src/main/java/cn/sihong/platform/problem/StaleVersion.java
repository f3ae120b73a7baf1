package cn.sihong.platform.problem;

/** Somebody else changed the record after the caller had read it. */
public class StaleVersion extends Refusal {
    private static final long serialVersionUID = 1;

    public StaleVersion() {
        super(Kind.CONFLICT, "stale-version", "这条记录刚被他人修改过，请刷新后核对最新内容再操作；您填写的内容没有保存。");
    }

    /** Refuses a caller who has seen another version than the one that is kept. */
    public static void unless(long seen, long kept) {
        if (seen != kept) throw new StaleVersion();
    }
}
