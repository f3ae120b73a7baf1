/** Words of the tray where a secretary signs one paper after the other (签字台). */

export const signing = {
  lead: "等您签署的申报和实施方案一份接一份：看完、写意见、签署，自动到下一份。",
  empty: "没有等您签署的材料",
  emptyHint: "信息员填完的申报和实施方案会出现在这里。",
  plan: "实施方案",
  progress: (ready: number, all: number) => `可以签署 ${ready} 份，共 ${all} 份`,
  ready: "可以签署",
  missing: (n: number) => `还差 ${n} 处`,
  checking: "正在核对",
  list: "等待签署的材料",
  edit: "去修改",
  skip: "先放一放",
  noneReady: "其余的材料还没有填完",
  noneReadyHint: "点“去修改”看缺什么，或请信息员补充。",
};
