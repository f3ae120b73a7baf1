/** What is said of files that people upload. */
export const files = {
  kinds: { PICTURE: "图片", VIDEO: "视频", DOCUMENT: "文档" },
  scans: { WAITING: "病毒检查中", CLEAN: "已检查", OFF: "未启用病毒检查", INFECTED: "未通过病毒检查，请移除" },
  empty: (name: string) => `“${name}”是空文件。`,
  tooLarge: (name: string, megabytes: number) => `“${name}”超过 ${megabytes} MB，请压缩后再上传。`,
  wrongType: (name: string, kinds: string) => `“${name}”不是可以上传的${kinds}格式。`,
  limits: (kinds: { name: string; megabytes: number }[]) => kinds.map((one) => `${one.name} ${one.megabytes} MB 以内`).join("，"),
  uploading: (share: number) => `正在上传 ${share}%`,
  goOn: (name: string) => `继续上传“${name}”`,
  giveUp: (name: string) => `放弃上传“${name}”`,
  broken: "上传中断",
  receipt: (sha256: string) => `校验值 ${sha256.slice(0, 12)}`,
  open: (name: string) => `打开“${name}”`,
};
