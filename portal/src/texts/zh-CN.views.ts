/** Words of saved views and of what a list shows (保存的视图、显示项). */

export { common } from "./zh-CN";

export const views = {
  views: "视图",
  empty: "还没有保存的视图。选好筛选条件和显示项后保存，下次一点就到。",
  current: "正在查看",
  save: "保存当前视图",
  saveHint: "保存的是筛选条件和显示项，只有您自己看到，换电脑登录也在。",
  share: "视图就在网址里，复制网址即可发给同事。",
  name: "名称",
  nameExample: "例：待整改的督查问题",
  replaces: "已有同名的视图，保存后换成现在这样。",
  saved: "已保存视图",
  rename: "重命名",
  renameOf: (name: string) => `重命名：${name}`,
  renamed: "已改名",
  removeOf: (name: string) => `删除：${name}`,
  removed: (name: string) => `已删除“${name}”`,
  undo: "撤销",
  undoOf: (name: string) => `撤销删除：${name}`,
};

export const columns = {
  columns: "显示项",
  some: (hidden: number) => `显示项（隐藏 ${hidden}）`,
  choose: "每一条显示哪些内容",
  all: "全部显示",
};

export const takeAlong = {
  take: "导出",
  state: "状态",
  school: "学校",
  brand: "品牌",
  number: "编号",
  reasons: "原因",
  on: "日期",
  type: "类别",
  what: "材料",
  who: "查看人",
  last: "最近一次",
  times: "次数",
  electorate: "评议人",
  reading: (n: number) => `已读取 ${n} 条`,
  taken: (rows: number, each: number) => `已导出 ${rows} 条，每条 ${each} 项`,
  hint: "导出现在筛选出的全部内容和显示项（.csv，可用表格软件打开）",
};
