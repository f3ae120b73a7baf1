import "./door.css";
import { api } from "../api/http";
import { el } from "../shared/el";
import { chooseLargeText, largeTextChosen } from "../shared/largeText";
import { door as t } from "../texts/zh-CN.door";
import { signInAddress, signInFailed } from "./shell/signIn";

chooseLargeText(largeTextChosen());

/**
 * Whoever is signed in gets the workbench; whoever is not reads the way in and waits for nothing else. Where nobody
 * answers, the workbench itself knows what to do: it may have been kept on this device.
 */
const here = await api.get<{ signedIn: boolean }>("/api/me").catch(() => undefined);
if (here?.signedIn === false) {
  openDoor();
} else {
  await import("./main");
}

function openDoor() {
  const returnTo = signInFailed ? "/app" : location.pathname + location.search;
  const ways = el(
    "p",
    { class: "door-ways" },
    el("a", { class: "door-way door-in", href: signInAddress(returnTo) }, t.signIn),
    el("a", { class: "door-way", href: "/" }, t.publicPages),
  );
  const failed = signInFailed ? [el("p", { class: "door-failed", role: "alert" }, t.signInFailed)] : [];
  document.getElementById("coming")?.replaceWith(...failed, ways);
}
