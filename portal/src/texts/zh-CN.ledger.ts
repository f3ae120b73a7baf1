/** Words of the ledger. */

export const ledger = {
  lead: "台账由系统根据各环节的决定自动记载，逐条相扣，任何改动都会被发现。学校不需要为台账上报材料。",
  filters: { ALL: "全部", RECOMMENDATION: "推荐", ACCEPTANCE: "验收", COMMENDATION: "评选表彰" },
  empty: "台账还没有记录",
  emptyHint: "方案发布、申报、评审、验收、评选等环节办理后自动记载。",
  check: "校验台账",
  intact: (entries: string) => `台账完整，共 ${entries} 条，逐条相扣。`,
  broken: (first: string) => `台账在第 ${first} 条处断开，请立即联系审计员。`,
  head: "末条校验值",
  entry: (n: string) => `第 ${n} 条`,
  hash: "校验值",
  number: "序号",
  at: "时间",
  what: "事项",
  whose: "办理岗位",
  showHash: "看校验值",
  by: (role: string) => `${role}办理`,
  system: "系统",
};
