import "./door.css";
import { api } from "../api/http";
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
  const failed = signInFailed ? [paragraph(t.signInFailed)] : [];
  const returnTo = signInFailed ? "/app" : location.pathname + location.search;
  const ways = document.createElement("p");
  ways.className = "door-ways";
  ways.append(way(signInAddress(returnTo), t.signIn, "door-way door-in"), way("/", t.publicPages, "door-way"));
  document.getElementById("coming")?.replaceWith(...failed, ways);
}

function paragraph(words: string) {
  const said = document.createElement("p");
  said.role = "alert";
  said.className = "door-failed";
  said.textContent = words;
  return said;
}

function way(href: string, words: string, className: string) {
  const link = document.createElement("a");
  link.href = href;
  link.className = className;
  link.textContent = words;
  return link;
}
