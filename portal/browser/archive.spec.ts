import { expect } from "@playwright/test";
import { people, signedIn, watched } from "./people";
import { test } from "./story";

test("the archivist makes the package of the year, checks its four properties and takes it along", async ({ browser }) => {
  const archivist = await signedIn(browser, people.archivist);
  const errors = watched(archivist);
  await archivist.goto("/app/archive");
  const download = archivist.getByRole("link", { name: /下载归档包/ });
  const make = archivist.getByRole("button", { name: "制作归档包" });
  await expect(download.or(make).first()).toBeVisible();
  if (await make.isVisible()) {
    await make.click();
  }
  await expect(download).toBeVisible({ timeout: 240_000 });
  await archivist.getByRole("button", { name: "四性检测" }).click();
  await expect(archivist.getByText("检测通过：真实、完整、可用、安全")).toBeVisible({ timeout: 120_000 });
  await archivist.getByText(/^包内文件/).click();
  await expect(archivist.getByRole("cell", { name: /^03-公示\// }).first()).toBeVisible();
  const zip = archivist.waitForEvent("download");
  await download.click();
  expect((await zip).suggestedFilename()).toContain(".zip");
  expect(errors).toEqual([]);

  const auditor = await signedIn(browser, people.auditor);
  await auditor.goto("/app/archive");
  await expect(auditor.getByRole("link", { name: /下载归档包/ })).toBeVisible();
});
