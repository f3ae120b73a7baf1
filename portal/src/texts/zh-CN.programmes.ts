export { common } from "./zh-CN";

export const selectionRules = {
  title: "评选规则",
  hint: "与权重一起在评分前公布；开始评分后不能再改。",
  minimumAcceptance: "验收最低分",
  minimumSatisfaction: "群众满意率最低要求",
  tieBreak: "并列时依次比较",
  tieBreakHint: "按所选先后逐项比较，仍相同的由会议表决。",
  byVote: "直接由会议表决",
  perSchool: "每校每类最多",
  headsPercent: "校领导比例上限",
  kindergartens: "幼儿园至少",
  outstandingSchools: "突出学校名额",
  outstandingMembers: "突出党员名额",
  unlimited: "不限",
  emptyIsUnlimited: "不填为不限。",
  ties: {
    ACCEPTANCE: "现场验收得分",
    EFFECTIVENESS: "实效性得分",
    SATISFACTION: "群众满意率",
    MUTUAL_REVIEW: "互查互评得分",
  },
};

export const burden = {
  title: "填报负担",
  hint: "按各表预计填写时间和每校最低数合计，对所有学校公开。",
  ceiling: "每校填报时间上限",
  minute: "分钟",
  total: (minutes: number, ceiling: number) => `预计每校填报 ${minutes} 分钟，上限 ${ceiling} 分钟`,
  sheet: (minutes: number, times: number) => (times === 1 ? `约 ${minutes} 分钟` : `约 ${minutes} 分钟 × ${times} 份`),
  needsApproval: "超过上限：请精简申报表，或写明批准人和理由后再发布。",
  approvedBy: "超出上限的批准人",
  reason: "理由",
  allowed: (by: string, reason: string) => `超出上限，由 ${by} 批准：${reason}`,
};
