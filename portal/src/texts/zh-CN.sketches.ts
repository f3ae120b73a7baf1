/** Words of designs that are begun and not yet published (设计草稿). */

export { common } from "./zh-CN";

export const sketches = {
  resumed: (when: string) => `接着上次的草稿改：您 ${when} 保存，还没有发布，只有您自己看到。`,
  drop: "丢弃草稿",
  dropTitle: "丢弃草稿，从现行版重新改起？",
  dropText: "草稿里的修改会全部删除，不能找回。",
  dropped: "草稿已丢弃",
};
