import { describe, expect, it } from "vitest";
import { fileFault, type KindRule } from "./files";

const rules: KindRule[] = [
  { kind: "PICTURE", name: "图片", most: 100, types: ["image/jpeg", "image/png"] },
  { kind: "VIDEO", name: "视频", most: 1000, types: ["video/mp4"] },
];

describe("a chosen file", () => {
  it("may be of each kind up to the kind's limit", () => {
    expect(fileFault({ name: "a.jpg", type: "image/jpeg", size: 100 }, rules)).toBeUndefined();
    expect(fileFault({ name: "课.mp4", type: "video/mp4", size: 1000 }, rules)).toBeUndefined();
  });

  it("is refused by name when empty, too large or of another kind", () => {
    expect(fileFault({ name: "空.jpg", type: "image/jpeg", size: 0 }, rules)).toContain("空.jpg");
    expect(fileFault({ name: "大图.jpg", type: "image/jpeg", size: 101 }, rules)).toContain("大图.jpg");
    expect(fileFault({ name: "歌.mp3", type: "audio/mpeg", size: 1 }, rules)).toContain("图片、视频");
  });

  it("is left to the service when the machine knows no type for it", () => {
    expect(fileFault({ name: "报告.docx", type: "", size: 900 }, rules)).toBeUndefined();
    expect(fileFault({ name: "报告.docx", type: "", size: 1001 }, rules)).toContain("报告.docx");
  });
});
