/** What the light public pages say. The workbench's words are in `zh-CN.ts`; this file stays small because visitors load it. */

export const brand = {
  name: "四红党建品牌",
  mark: "四红",
  scheme: "“四红”党建品牌创建",
};

export const categories = {
  RED_GARDENER: "红色园丁",
  RED_READING_ROOM: "红色书屋",
  RED_CLASSROOM: "红色课堂",
  RED_BASE: "红色基地",
} as const;

export type Category = keyof typeof categories;

/** Said when a service gave no sentence of its own. */
export const problems: Record<string, string> & { unknown: string; unreachable: string } = {
  "not-signed-in": "登录已过期，请重新登录后继续。",
  "role-not-allowed": "您的岗位不能办理这一步，请联系本单位或党建办。",
  "not-found": "没有找到要看的内容，可能已被移走。请返回上一页重试。",
  "too-large": "文件太大，请压缩后重新上传。",
  "too-many-requests": "操作太频繁，请稍等一分钟再试。",
  unavailable: "服务暂时不可用，已填写的内容还在本页，请稍后重试。",
  unreachable: "连接不上服务器，请检查网络后重试。已填写的内容还在本页。",
  unknown: "没有办成，原因不明。请稍后重试，仍不行请联系系统管理员。",
};

export const publicPages = {
  home: "首页",
  notices: "公示公告",
  verify: "证书查验",
  workbench: "进入工作台",
  skip: "跳到正文",
  loading: "正在载入……",
  retry: "重新载入",
  notFoundTitle: "没有这个页面",
  notFoundHint: "地址可能输错了，或内容已经移走。",
  backHome: "返回首页",
  lead: "红色园丁、红色书屋、红色课堂、红色基地：从申报、互评、验收到公示、表彰，过程可查，结果可验。",
  latest: "最新公示",
  allNotices: "全部公示",
  noNotices: "目前没有公示。",
  noNoticesHint: "评选结果拟定后会在这里公示不少于五个工作日。",
  open: "公示中",
  closed: "公示已结束",
  period: (from: string, to: string) => `公示期：${from}至${to}`,
  shortened: "演示方案：公示期经登记缩短",
  demonstration: "演示数据，不代表真实评选",
  list: "拟表彰名单",
  emptyList: "本公示没有列出对象。",
  count: (n: number) => `共 ${n} 项`,
  entryName: "名称（姓名）",
  school: "所在学校",
  entrySummary: "简要情况",
  objectionTitle: "如有异议",
  objection:
    "请在公示期内向局党建办公室书面或电话反映。以单位名义反映的加盖公章，以个人名义反映的署真实姓名并留联系方式，我们为反映人保密。",
  resultHash: "算分包校验值（SHA-256）",
  resultHashHint: "评选所用的分数、规则和名额都在算分包里，用这个校验值可以核对结果没有被改动。",
  verifyTitle: "查验证书真伪",
  verifyLead: "输入证书上的编号和查验码，或直接扫证书上的二维码。",
  number: "证书编号",
  numberExample: "例：红园证〔2027〕0007号",
  code: "查验码",
  codeHint: "印在二维码下方",
  check: "查验",
  checking: "正在查验……",
  needNumber: "请填写证书编号。",
  needCode: "请填写查验码。",
  results: {
    VALID: { title: "有效", text: "这张证书真实有效，登记信息如下。" },
    REVOKED: { title: "已撤销", text: "这张证书确曾颁发，但称号已被撤销，不再有效。" },
    EXPIRED: { title: "已过期", text: "这张证书确曾颁发，但已过有效期，且没有通过复核。" },
    UNKNOWN: { title: "查无此证", text: "没有查到与编号和查验码相符的证书。请核对后重试；如仍查不到，请向局党建办公室核实。" },
  },
  holder: "获得者",
  honour: "称号",
  programme: "所属方案",
  decision: "表彰文号",
  issuer: "颁发单位",
  issuedOn: "颁发日期",
  validUntil: "有效期至",
  footer: "本平台只公布公示所需的最少信息。",
};
