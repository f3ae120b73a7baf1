package cn.sihong.review.ledger;

import cn.sihong.contracts.ApplicationEvent;
import cn.sihong.contracts.AppraisalEvent;
import cn.sihong.contracts.BatchEvent;
import cn.sihong.contracts.CalendarEvent;
import cn.sihong.contracts.Event;
import cn.sihong.contracts.FindingEvent;
import cn.sihong.contracts.HonourEvent;
import cn.sihong.contracts.InspectionEvent;
import cn.sihong.contracts.LedgerEvent;
import cn.sihong.contracts.MutualReviewEvent;
import cn.sihong.contracts.NoticeEvent;
import cn.sihong.contracts.NotificationEvent;
import cn.sihong.contracts.OrganisationEvent;
import cn.sihong.contracts.PlanEvent;
import cn.sihong.contracts.ProgrammeEvent;
import cn.sihong.contracts.SelectionEvent;
import cn.sihong.contracts.SupervisionEvent;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.UUID;
import java.util.function.Function;

/**
 * What an entry says, in a sentence for people.
 *
 * @param names the public name of an organisation or an application
 */
record LedgerSentences(Function<UUID, String> names) {

    String of(Event event) {
        return switch (event) {
            case ProgrammeEvent it -> of(it);
            case OrganisationEvent it -> of(it);
            case PlanEvent it -> of(it);
            case ApplicationEvent it -> of(it);
            case BatchEvent it -> of(it);
            case MutualReviewEvent it -> of(it);
            case InspectionEvent it -> of(it);
            case SelectionEvent it -> of(it);
            case NoticeEvent it -> of(it);
            case HonourEvent it -> of(it);
            case CalendarEvent it -> of(it);
            case SupervisionEvent it -> of(it);
            case FindingEvent it -> of(it);
            case AppraisalEvent it -> of(it);
            case NotificationEvent _, LedgerEvent _ -> UNKNOWN;
        };
    }

    private String of(ProgrammeEvent event) {
        return switch (event) {
            case ProgrammeEvent.Published it -> "印发实施方案《%s》。".formatted(it.title());
            case ProgrammeEvent.Extended it ->
                    "“%s”的办理时间延长至 %s。".formatted(name(it.unitId()), it.until());
            case ProgrammeEvent.Wiped _ -> "演示方案及其演练数据已清除。";
            case ProgrammeEvent.Closed _ -> "实施方案办理结束。";
            case ProgrammeEvent.Unrecognised _ -> UNKNOWN;
        };
    }

    private String of(OrganisationEvent event) {
        return switch (event) {
            case OrganisationEvent.Registered it -> "登记单位“%s”。".formatted(it.name());
            case OrganisationEvent.Merged it ->
                    "“%s”并入“%s”。".formatted(name(it.organisationId()), name(it.successorId()));
            case OrganisationEvent.MemberSeated it ->
                    "“%s”新任一名%s。".formatted(name(it.organisationId()), seat(it.role()));
            case OrganisationEvent.MemberLeft it ->
                    "“%s”一名%s离任。".formatted(name(it.organisationId()), seat(it.role()));
            case OrganisationEvent.Unrecognised _ -> UNKNOWN;
        };
    }

    private String of(PlanEvent event) {
        return switch (event) {
            case PlanEvent.Submitted it -> "“%s”提交实施方案。".formatted(name(it.schoolId()));
            case PlanEvent.Returned it -> "“%s”的实施方案被退回修改。".formatted(name(it.schoolId()));
            case PlanEvent.GatePassed it ->
                    "“%s”的实施方案经“%s”审核通过。".formatted(name(it.schoolId()), name(it.unitId()));
            case PlanEvent.Batched it ->
                    "“%s”统一报送“%s”的实施方案。".formatted(name(it.unitId()), name(it.schoolId()));
            case PlanEvent.Filed it ->
                    "“%s”的实施方案（品牌：%s）由局备案。".formatted(name(it.schoolId()), it.brandName());
            case PlanEvent.Unrecognised _ -> UNKNOWN;
        };
    }

    private String of(ApplicationEvent event) {
        return switch (event) {
            case ApplicationEvent.Submitted it ->
                    "“%s”申报%s《%s》（%s）。"
                            .formatted(
                                    name(it.schoolId()),
                                    category(it.category()),
                                    it.title(),
                                    it.origin().equals("BUILT") ? "打造" : "推荐");
            case ApplicationEvent.Returned it ->
                    "“%s”的一项%s申报被退回修改。".formatted(name(it.schoolId()), category(it.category()));
            case ApplicationEvent.Screened it ->
                    it.recommended()
                            ? "“%s”审核筛选“%s”的一项%s申报：推荐，排第 %d 位。"
                                    .formatted(
                                            name(it.unitId()),
                                            name(it.schoolId()),
                                            category(it.category()),
                                            it.rank())
                            : "“%s”审核筛选“%s”的一项%s申报：不推荐。"
                                    .formatted(
                                            name(it.unitId()),
                                            name(it.schoolId()),
                                            category(it.category()));
            case ApplicationEvent.Batched it ->
                    "“%s”统一报送“%s”的一项%s申报。"
                            .formatted(
                                    name(it.unitId()),
                                    name(it.schoolId()),
                                    category(it.category()));
            case ApplicationEvent.Received it ->
                    "局对“%s”的%s申报《%s》形式审查合格并受理，编号 %s。"
                            .formatted(
                                    name(it.schoolId()),
                                    category(it.category()),
                                    it.title(),
                                    it.number());
            case ApplicationEvent.CorrectionAsked it ->
                    "局对“%s”的一项%s申报要求补正，期限 %s。"
                            .formatted(name(it.schoolId()), category(it.category()), it.dueOn());
            case ApplicationEvent.Corrected it ->
                    "“%s”完成一项%s申报的补正。".formatted(name(it.schoolId()), category(it.category()));
            case ApplicationEvent.NotAdmitted it ->
                    "局对“%s”的一项%s申报作出不予受理的决定。"
                            .formatted(name(it.schoolId()), category(it.category()));
            case ApplicationEvent.Withdrawn it ->
                    "“%s”撤回一项%s申报。".formatted(name(it.schoolId()), category(it.category()));
            case ApplicationEvent.Unrecognised _ -> UNKNOWN;
        };
    }

    private String of(BatchEvent event) {
        return switch (event) {
            case BatchEvent.Submitted it ->
                    "“%s”统一报送申报材料：推荐 %d 项，不推荐 %d 项。"
                            .formatted(name(it.unitId()), it.recommended(), it.notRecommended());
            case BatchEvent.Received it ->
                    "局接收“%s”报送的申报材料，共 %d 项。".formatted(name(it.unitId()), it.applications());
            case BatchEvent.Unrecognised _ -> UNKNOWN;
        };
    }

    private String of(MutualReviewEvent event) {
        return switch (event) {
            case MutualReviewEvent.Committed it ->
                    "公布互查互评承诺：%d 所学校参加，每校由 %d 所学校评议，种子来源：%s，承诺值 %s。"
                            .formatted(
                                    it.schools(),
                                    it.reviewsPerSchool(),
                                    it.seedSource(),
                                    it.commitment());
            case MutualReviewEvent.Drawn it ->
                    "互查互评抽签：种子 %s，共 %d 对，抽签单校验值 %s。"
                            .formatted(it.seed(), it.pairs(), it.sheetHash());
            case MutualReviewEvent.Inspected it ->
                    "纪检查验互查互评抽签，未发现问题，抽签单校验值 %s。".formatted(it.sheetHash());
            case MutualReviewEvent.RunUndone it -> "互查互评第 %d 次抽签在打分前撤销，重新组织。".formatted(it.run());
            case MutualReviewEvent.Released _ -> "下发互查互评评分表。";
            case MutualReviewEvent.Mended it ->
                    "互查互评第 %d 次递补：撤下 %d 对，补上 %d 对，递补单校验值 %s。"
                            .formatted(it.number(), it.gone(), it.added(), it.sheetHash());
            case MutualReviewEvent.SheetLocked it ->
                    "一份对“%s”的互评评分表锁定。".formatted(name(it.reviewedSchoolId()));
            case MutualReviewEvent.SheetCorrected it ->
                    "一份关于“%s”的评分表经纪检同意更正，原表保留。".formatted(name(it.reviewedSchoolId()));
            case MutualReviewEvent.ApplicationScored it ->
                    "“%s”互评得分 %s 分（%d 份评分%s）。"
                            .formatted(
                                    name(it.applicationId()),
                                    points(it.trimmedMean()),
                                    it.scores(),
                                    it.scores() < 5 ? "，不足 5 份，未去最高最低分" : "，已去最高最低分");
            case MutualReviewEvent.ApplicationExplained it ->
                    "“%s”的互评分项得分和 %d 条意见汇总完毕。"
                            .formatted(name(it.applicationId()), it.comments().size());
            case MutualReviewEvent.ApplicationCalibrated it ->
                    "“%s”互评校准分 %s 分（%d 份评分，已计入评议者宽严差异）。"
                            .formatted(
                                    name(it.applicationId()),
                                    points(it.calibratedMean()),
                                    it.scores());
            case MutualReviewEvent.CommentSessionMinuted it ->
                    "集中点评会于 %s 召开，点评 %d 所学校，会议纪要定稿。".formatted(it.heldOn(), it.schools());
            case MutualReviewEvent.Closed it ->
                    "互查互评结束：评分表 %d 份，得分项目 %d 项。".formatted(it.sheets(), it.applications());
            case MutualReviewEvent.Unrecognised _ -> UNKNOWN;
        };
    }

    private String of(InspectionEvent event) {
        return switch (event) {
            case InspectionEvent.Scheduled it ->
                    "安排 %s 对“%s”现场考核验收。".formatted(it.on(), name(it.schoolId()));
            case InspectionEvent.Signed it ->
                    "“%s”现场考核验收双方签字，采用 %d 种方法。".formatted(name(it.schoolId()), it.methods().size());
            case InspectionEvent.Locked it ->
                    "“%s”现场考核验收结果锁定：学校 %s 分，项目 %d 项。"
                            .formatted(
                                    name(it.schoolId()),
                                    points(it.schoolScore()),
                                    it.items().size());
            case InspectionEvent.Explained it ->
                    "“%s”现场考核验收的分项得分汇总完毕。".formatted(name(it.schoolId()));
            case InspectionEvent.Unrecognised _ -> UNKNOWN;
        };
    }

    private String of(SelectionEvent event) {
        return switch (event) {
            case SelectionEvent.Frozen it ->
                    "评选排名冻结：候选 %d 项，拟入选 %d 项，算分包校验值 %s。"
                            .formatted(it.candidates(), it.selected(), it.packageHash());
            case SelectionEvent.Deliberated it ->
                    "会议票决：应到 %d 人，实到 %d 人，赞成 %d 票，反对 %d 票，弃权 %d 票，%s。"
                            .formatted(
                                    it.due(),
                                    it.present(),
                                    it.inFavour(),
                                    it.against(),
                                    it.abstained(),
                                    it.adopted() ? "通过" : "未通过");
            case SelectionEvent.Proposed it -> "确定拟表彰名单，共 %d 项。".formatted(it.selected());
            case SelectionEvent.Released it ->
                    "评选决定统一发布：共 %d 项，入选 %d 项，名单校验值 %s。"
                            .formatted(it.decisions(), it.selected(), it.listHash());
            case SelectionEvent.Replaced it ->
                    it.successor() == null
                            ? "“%s”退出拟表彰名单，名额空缺。".formatted(name(it.applicationId()))
                            : "“%s”退出拟表彰名单，由“%s”递补。"
                                    .formatted(name(it.applicationId()), name(it.successor()));
            case SelectionEvent.Annulled it -> "经会议重新研究，评选结果撤销，重新评选，原因：%s。".formatted(it.reason());
            case SelectionEvent.Commended it -> "名单以%s予以表彰。".formatted(it.documentNumber());
            case SelectionEvent.MemberNominated it ->
                    "%s推荐一名党员参评突出党员。".formatted(name(it.schoolId()));
            case SelectionEvent.MemberEndorsed it ->
                    "%s推荐的党员经主管单位审核同意。".formatted(name(it.schoolId()));
            case SelectionEvent.MemberDeclined it ->
                    "%s推荐的党员未获主管单位同意。".formatted(name(it.schoolId()));
            case SelectionEvent.MemberWithdrawn it -> "%s撤回对党员的推荐。".formatted(name(it.schoolId()));
            case SelectionEvent.Unrecognised _ -> UNKNOWN;
        };
    }

    private String of(NoticeEvent event) {
        return switch (event) {
            case NoticeEvent.Opened it ->
                    "公示《%s》：%s 至 %s。".formatted(it.title(), it.opensOn(), it.closesOn());
            case NoticeEvent.Shortened it ->
                    "演示方案的公示缩短至 %s，原因：%s。".formatted(it.closesOn(), it.reason());
            case NoticeEvent.Closed _ -> "公示期满，无未办结的异议。";
            case NoticeEvent.Withdrawn _ -> "名单已撤销，公示随之撤回。";
            case NoticeEvent.ObjectionRegistered it ->
                    "登记对“%s”的%s，%s 前答复是否受理。"
                            .formatted(
                                    name(it.applicationId()), objection(it.kind()), it.acceptBy());
            case NoticeEvent.ObjectionAccepted it ->
                    "受理对“%s”的异议，%s 前核查完毕。".formatted(name(it.applicationId()), it.investigateBy());
            case NoticeEvent.ObjectionNotAccepted it ->
                    "对“%s”的异议不予受理。".formatted(name(it.applicationId()));
            case NoticeEvent.ObjectionDecided it ->
                    "对“%s”的异议办结：%s。"
                            .formatted(
                                    name(it.applicationId()),
                                    it.sustained() ? "属实，名单重新研究" : "不属实，名单不变");
            case NoticeEvent.Unrecognised _ -> UNKNOWN;
        };
    }

    private static String objection(String kind) {
        return switch (kind) {
            case "PROCEDURE_APPEAL" -> "程序申诉";
            case "ARITHMETIC_APPEAL" -> "计算申诉";
            default -> "异议";
        };
    }

    private String of(HonourEvent event) {
        return switch (event) {
            case HonourEvent.CommendationIssued it ->
                    "印发表彰决定%s，共 %d 项。".formatted(it.documentNumber(), it.honours());
            case HonourEvent.Granted it ->
                    "授予“%s”的《%s》%s称号，证书编号 %s。"
                            .formatted(
                                    name(it.schoolId()),
                                    it.title(),
                                    category(it.category()),
                                    it.certificateNumber());
            case HonourEvent.Revalidated it ->
                    "“%s”的荣誉年度复核通过，有效期至 %s。".formatted(name(it.applicationId()), it.validUntil());
            case HonourEvent.Revoked it ->
                    "撤销“%s”的荣誉（证书编号 %s），原因：%s。"
                            .formatted(name(it.schoolId()), it.certificateNumber(), it.reason());
            case HonourEvent.Adopted it ->
                    "“%s”借鉴“%s”的品牌做法，经原单位确认。".formatted(name(it.adopterId()), name(it.originId()));
            case HonourEvent.Unrecognised _ -> UNKNOWN;
        };
    }

    private String of(CalendarEvent event) {
        return switch (event) {
            case CalendarEvent.DayDeclared it ->
                    "%s（%s）定为%s。".formatted(it.day(), it.name(), it.workday() ? "工作日" : "休息日");
            case CalendarEvent.DayCleared it -> "%s 恢复按平常星期计算。".formatted(it.day());
            case CalendarEvent.Unrecognised _ -> UNKNOWN;
        };
    }

    private String of(SupervisionEvent event) {
        return switch (event) {
            case SupervisionEvent.Announced it ->
                    "预告 %s 到“%s”调研督查（年度清单事项 %s）。"
                            .formatted(it.on(), name(it.schoolId()), it.listItem());
            case SupervisionEvent.Held it ->
                    "%s 对“%s”开展调研督查。".formatted(it.on(), name(it.schoolId()));
            case SupervisionEvent.Reported it ->
                    "“%s”的督查记录完成，提出指导意见 %d 条。".formatted(name(it.schoolId()), it.guidance());
            case SupervisionEvent.Assessed it ->
                    "“%s”督查整改得分 %s 分。".formatted(name(it.schoolId()), points(it.score()));
            case SupervisionEvent.VetoProposed it ->
                    "对“%s”提请一票否决。".formatted(name(about(it.applicationId(), it.schoolId())));
            case SupervisionEvent.VetoDecided it ->
                    "党组研究：对“%s”%s一票否决。"
                            .formatted(
                                    name(about(it.applicationId(), it.schoolId())),
                                    it.imposed() ? "作出" : "不予");
            case SupervisionEvent.VetoAppealed it ->
                    "“%s”对一票否决提出申诉。".formatted(name(it.schoolId()));
            case SupervisionEvent.VetoReviewed it ->
                    "党组复核：对“%s”%s一票否决。"
                            .formatted(
                                    name(about(it.applicationId(), it.schoolId())),
                                    it.upheld() ? "维持" : "撤销");
            case SupervisionEvent.Unrecognised _ -> UNKNOWN;
        };
    }

    private static UUID about(@Nullable UUID application, UUID school) {
        return application == null ? school : application;
    }

    private String of(FindingEvent event) {
        return switch (event) {
            case FindingEvent.Opened it ->
                    "向“%s”交办一个问题，整改期限 %s。".formatted(name(it.schoolId()), it.dueOn());
            case FindingEvent.Answered it -> "“%s”答复一个问题的整改情况。".formatted(name(it.schoolId()));
            case FindingEvent.Verified it -> "“%s”一个问题的整改经核实。".formatted(name(it.schoolId()));
            case FindingEvent.Closed it ->
                    "“%s”一个问题销号（%s）。".formatted(name(it.schoolId()), it.inTime() ? "按期" : "超期");
            case FindingEvent.Reopened it -> "“%s”一个问题重新打开。".formatted(name(it.schoolId()));
            case FindingEvent.Unrecognised _ -> UNKNOWN;
        };
    }

    private String of(AppraisalEvent event) {
        return switch (event) {
            case AppraisalEvent.Opened it ->
                    "“%s”的%s评议开始：%s 至 %s。"
                            .formatted(
                                    name(it.schoolId()),
                                    electorate(it.electorate()),
                                    it.opensOn(),
                                    it.closesOn());
            case AppraisalEvent.Counted it ->
                    "“%s”的%s评议计票：应参加 %d 人，收回 %d 票，有效 %d 票%s。"
                            .formatted(
                                    name(it.schoolId()),
                                    electorate(it.electorate()),
                                    it.eligible(),
                                    it.returned(),
                                    it.valid(),
                                    it.advisory() ? "，参与率不足，仅供参考" : "");
            case AppraisalEvent.Unrecognised _ -> UNKNOWN;
        };
    }

    private static String electorate(String electorate) {
        return switch (electorate) {
            case "PARTY_MEMBERS" -> "党员";
            case "STAFF" -> "教职工群众";
            case "PARENTS" -> "家长";
            default -> electorate;
        };
    }

    /** Entries of unknown types are never written; the compiler wants a word all the same. */
    private static final String UNKNOWN = "本系统版本尚不认识的事项。";

    private String name(UUID id) {
        return names.apply(id);
    }

    private static String points(long milli) {
        return BigDecimal.valueOf(milli, 3).stripTrailingZeros().toPlainString();
    }

    private static String category(String category) {
        return switch (category) {
            case "RED_GARDENER" -> "红色园丁";
            case "RED_READING_ROOM" -> "红色书屋";
            case "RED_CLASSROOM" -> "红色课堂";
            case "RED_BASE" -> "红色基地";
            default -> category;
        };
    }

    private static String seat(String role) {
        return switch (role) {
            case "school-secretary" -> "书记";
            case "info-officer" -> "党建信息员";
            case "street-reviewer", "direct-unit-reviewer" -> "审核人";
            case "peer-reviewer" -> "互评员";
            default -> "工作人员";
        };
    }
}
