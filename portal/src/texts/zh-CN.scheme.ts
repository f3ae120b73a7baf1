/** The words of a programme itself, for the workbench and for the public page that shows it to everybody. */

export const stages = {
  PLAN: "方案制定",
  CREATION: "品牌创建",
  APPLICATION: "申报报送",
  MUTUAL_REVIEW: "互查互评",
  APPRAISAL: "群众评议",
  ACCEPTANCE: "现场验收",
  SELECTION: "评选",
  NOTICE: "公示",
  COMMENDATION: "表彰",
} as const;

export const windowWords = {
  notYet: (days: number) => `${days} 天后开始`,
  open: (days: number) => `进行中，还有 ${days} 天`,
  closing: (days: number) => (days === 0 ? "今天截止" : `还有 ${days} 天截止`),
  closed: "已截止",
};

export const legalModes = {
  APPROVED: "经批准的表彰项目",
  INTERNAL_ASSESSMENT: "内部考核",
  EXCHANGE: "学习交流",
  INNER_PARTY: "党内表彰",
} as const;

export const weightNames = {
  mutualReview: "互查互评",
  appraisal: "群众评议",
  acceptance: "现场验收",
  supervision: "督查整改",
} as const;

export const ties = {
  ACCEPTANCE: "现场验收得分",
  EFFECTIVENESS: "实效性得分",
  SATISFACTION: "群众满意率",
  MUTUAL_REVIEW: "互查互评得分",
} as const;

/** `/programme`: what was decided for the year, so that nobody has to ask. */
export const publicProgrammes = {
  lead: "每个年度怎么评、什么时候评、评多少，都在印发的方案里。",
  none: "还没有印发的方案。",
  noneHint: "方案印发后会在这里全文公布。",
  states: { PUBLISHED: "实施中", CLOSED: "已结束" },
  edition: (n: number) => `第 ${n} 版`,
  now: (names: string[]) => `现在：${names.join("、")}`,
  next: (name: string, date: string) => `下一步：${name}，${date}开始`,
  noStage: "各阶段都已结束",
  here: "现在",
  done: "已结束",
  print: "打印",
  timeline: "日程",
  timelineHint: "阶段可以重叠；每个阶段的起止日期当天都算在内。",
  month: (n: number) => `${n}月`,
  days: (from: string, to: string) => `${from}至${to}`,
  categories: "类别与名额",
  category: "类别",
  perSchool: "每校项数",
  perSchoolFrom: (min: number, max: number) => (min === 0 ? `最多 ${max} 项` : min === max ? `${min} 项` : `${min} 至 ${max} 项`),
  quota: (honour: string) => `${honour}名额`,
  quotaAtMost: (n: number) => `最多 ${n} 项`,
  quotaHint: "名额是上限，达不到要求的可以空缺。",
  weights: "分数怎么合成",
  weightsHint: "综合得分按下列比例合成，评分前公布，开始评分后不再更改。",
  share: (n: number) => `${n}%`,
  rules: "怎么评选",
  acceptance: (n: number) => `现场验收低于 ${n} 分的，不列入评选。`,
  satisfaction: (n: number) => `群众满意率低于 ${n}% 的，不列入评选。`,
  ranking: "同一类别按综合得分从高到低排列，在名额内择优。",
  notRanked: "只作学习交流，不排名次。",
  ties: (names: string[]) => (names.length === 0 ? "得分相同的，由会议表决并记录。" : `得分相同的，依次比较${names.join("、")}；仍然相同的，由会议表决并记录。`),
  limitPerSchool: (n: number) => `同一所学校在一个类别中最多 ${n} 项。`,
  limitHeads: (n: number) => `学校领导在一个类别中不超过 ${n}%。`,
  kindergartens: (n: number) => `每个类别至少为幼儿园留出 ${n} 项。`,
  outstandingSchools: (n: number) => `另设突出学校，最多 ${n} 个。`,
  outstandingMembers: (n: number) => `另设突出党员，最多 ${n} 名。`,
  basis: "立项依据",
  mode: "依据类型",
  documentNumber: "批准文号",
  approvedBy: "批准机关",
  approvedOn: "批准日期",
  listItem: "所属清单事项",
  period: "批准有效期",
  editions: "印发与更正",
  issued: (when: string) => `${when}印发`,
  corrected: (when: string) => `${when}更正`,
  reason: (reason: string) => `更正理由：${reason}`,
  change: (what: string, before: string, after: string) => `${what}：原为“${before || "空"}”，现为“${after || "空"}”`,
  ask: "有疑问或异议",
  askOffice: "对方案内容有疑问的，请向局党建办公室咨询；学校请先联系所属街道教育中心或直属单位。",
  askObjection: "评选结果公示期间，任何人都可以在公示页面实名提出异议，凭受理编号查询办理情况。",
  toNotices: "查看公示、提出异议",
  toStatus: "查询异议办理情况",
  all: "全部方案",
};
