/** Words of the archive (归档). */

export { menu } from "./zh-CN";

export const archive = {
  lead: "一份方案办结后，把算分包、公示、决定和证书做成一个归档包，随包附元数据、目录、摘要和四性检测报告。",
  empty: "还没有归档包",
  emptyArchivist: "表彰决定印发后，在这里制作。",
  emptyOthers: "档案员制作后会显示在这里。",
  make: "制作归档包",
  goOn: "继续制作",
  made: "已开始制作，可以离开本页",
  making: (kept: number, planned: number) => `正在制作：已归入 ${kept} / ${planned} 件`,
  finished: (n: number) => `已做好，共 ${n} 件`,
  download: "下载归档包（.zip）",
  check: "四性检测",
  checkHint: "对保存在平台的每一件重新计算摘要、验证签名并打开检查。",
  intact: "检测通过：真实、完整、可用、安全",
  broken: (n: number) => `检测发现 ${n} 处问题`,
  property: "性质",
  subject: "对象",
  verdict: "结论",
  passed: "通过",
  failed: "不通过",
  detail: "说明",
  offline: "下载后不需要平台也能检测：在装有 Java 的电脑上运行下面的命令；没有 Java 时，可用包内“摘要.sha256”核对。",
  file: (title: string) => `归档包-${title}.zip`,
  documents: (n: number) => `包内文件（${n} 件）`,
  titleOf: "题名",
  kind: "类别",
  dated: "日期",
  size: "大小",
  path: "文件名",
};
