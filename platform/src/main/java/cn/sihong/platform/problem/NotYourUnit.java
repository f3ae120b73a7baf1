package cn.sihong.platform.problem;

/** The record belongs to an organisation the caller does not act for. */
public class NotYourUnit extends Refusal {
    private static final long serialVersionUID = 1;

    public NotYourUnit() {
        super(Kind.FORBIDDEN, "not-your-unit", "这条记录不属于您所在的单位，不能查看或办理；如单位登记有误，请联系党建办。");
    }
}
