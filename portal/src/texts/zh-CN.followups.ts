/** Words of the second look (回头看), the assessments of rectification, and what discipline looks at in the mutual review. */

export { common, menu } from "./zh-CN";
export { scoreSheets } from "./zh-CN.mutualreview";
export { findings } from "./zh-CN.findings";

export const followUps = {
  lead: "对已销号的问题随机抽查：先封存名单、约定种子来源，再抽取，谁也不能挑选看哪一个。",
  announce: "组织一次抽查",
  announceText: "名单是此刻全部已销号的问题，封存后不再变化。种子来源须是以后才会公布的数字。",
  announced: "名单已封存，等种子公布后抽取",
  size: "抽查数量",
  seedSource: "种子来源",
  seedSourceHint: "例：12月1日福利彩票双色球开奖号码。",
  states: { ANNOUNCED: "待抽取", DRAWN: "已抽取" },
  card: (when: string) => `${when} 的抽查`,
  facts: (size: number, all: number) => `从 ${all} 个已销号的问题中抽 ${size} 个`,
  source: (source: string) => `种子来源：${source}`,
  draw: "填写种子并抽取",
  drawText: "抽取后结果即定，不能重抽。",
  seed: "种子",
  seedHint: "按约定的来源如实填写，每个字符都会影响结果。",
  seedWas: (seed: string) => `种子：${seed}`,
  drawn: "已抽取",
  waits: "等种子公布后，由党建办填写并抽取。",
  sample: "抽中的问题",
  list: (n: number) => `封存的名单（${n} 个编号）`,
  method: "抽取方法：对每个编号计算 SHA-256（种子 + 换行 + 编号），按结果从小到大排列，取前几个。任何人都可以用名单和种子复算。",
  verify: "在本机复算",
  agrees: "复算一致：抽取结果与名单和种子相符",
  differs: "复算不一致，请联系纪检",
  empty: "还没有组织过回头看",
  emptyHint: "有问题销号后，由党建办组织抽查。",
  unreadable: "暂时读不出这个问题",
};

export const assessments = {
  lead: "督查整改得分满分 100：逾期后才整改的每个扣 1 分，到期仍未整改的每个扣 2 分。没有问题或没有督查到的学校都是 100 分。",
  leadSchool: "满分 100：逾期后才整改的每个问题扣 1 分，到期仍未整改的每个扣 2 分。按期整改不扣分。",
  school: "学校",
  score: "得分",
  late: "逾期后整改",
  overdue: "到期未整改",
  table: "各校督查整改得分",
  onlyReduced: "只看有扣分的学校",
  allFull: (n: number) => `${n} 所学校都没有扣分`,
  empty: "还没有得分",
  emptyHint: "学校的现场验收定案后自动产生，问题整改后自动更新；评选封存后不再变化。",
};

export const severity = {
  title: "评委学校的宽严",
  hint: "只有纪检看得到。宽严是与评同样项目的其他学校相比，平均高出（＋）或低于（－）多少分；有提示的值得问一问，不改任何分数。",
  school: "评委学校",
  scores: "评分份数",
  mean: "平均分",
  deviation: "标准差",
  leniency: "宽严",
  signs: "提示",
  noSigns: "没有需要过问的评委学校。",
  signed: (n: number) => `${n} 所评委学校有提示`,
  all: (n: number) => `全部 ${n} 所评委学校`,
  empty: "还没有锁定的评分。",
};

export const corrections = {
  title: "更正评分表",
  hint: "评分表锁定后发现笔误的，由纪检准许评委学校重填；原表保留，理由记入台账。",
  open: "准许重填一份评分表",
  sheet: "评分表",
  sheetOf: (reviewing: string, judged: string, kind: string) => `${reviewing} 评 ${judged}（${kind}）`,
  kinds: { SITE: "实地", PAPER: "盲评" },
  none: "没有已锁定的评分表",
  reason: "理由",
  done: "已准许重填，评委学校会收到提醒",
};
