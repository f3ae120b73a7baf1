import { describe, expect, it } from "vitest";
import { biggestPhoto, photoFault } from "./photos";

describe("a chosen photo", () => {
  it("may be a JPEG or PNG up to its limit", () => {
    expect(photoFault({ name: "a.jpg", type: "image/jpeg", size: biggestPhoto })).toBeUndefined();
    expect(photoFault({ name: "a.png", type: "image/png", size: 1 })).toBeUndefined();
  });

  it("is refused by name when too large or of another kind", () => {
    expect(photoFault({ name: "大图.jpg", type: "image/jpeg", size: biggestPhoto + 1 })).toContain("大图.jpg");
    expect(photoFault({ name: "课.mp4", type: "video/mp4", size: 1 })).toContain("课.mp4");
  });
});
