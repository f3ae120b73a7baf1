/** Words of who read a school's papers. */

export const readings = {
  lead: "本校以外的人每次打开本校的申报或附件都会记在这里，按天合并，只显示岗位和单位。互评员和验收组成员看的是各自评审中的材料，不在此列。",
  empty: "还没有人看过本校的材料",
  emptyHint: "申报提交后，审核人或党建办打开时会记在这里。",
  things: { APPLICATION: "申报", ATTACHMENT: "附件" },
  who: (role: string, unit: string | null | undefined) => (unit ? `${unit}${role}` : role),
  times: (n: number) => `${n} 次`,
  last: (when: string) => `最近 ${when}`,
};
