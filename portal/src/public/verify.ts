import { asProblem } from "../api/problem";
import { day } from "../texts/format";
import { brand, publicPages as t } from "../texts/zh-CN.public";
import { type CertificateCheck, checkCertificate } from "./data";
import { el, show } from "./dom";
import { field, need } from "./fields";

/** `/verify?number=&code=`, the address in a certificate's QR code: with both given, the answer comes at once. */
export function verifyPage(main: HTMLElement, numberInPath: string) {
  document.title = `${t.verify} · ${brand.name}`;
  const asked = new URLSearchParams(location.search);
  const number = asked.get("number") ?? numberInPath;
  const code = asked.get("code") ?? "";
  const result = el("div", { "aria-live": "polite" });
  show(
    main,
    el("h1", {}, t.verifyTitle),
    el("p", { class: "quiet" }, t.verifyLead),
    el("div", { class: "verify" }, el("section", { class: "card" }, verifyForm(number, code)), result),
  );
  if (number !== "" && code !== "") {
    void check(result, number, code);
  }
}

/** A plain form: it leads to `/verify?number=&code=`, so an answer has an address that can be sent on. */
export function verifyForm(number: string, code: string) {
  const numberField = el("input", { id: "number", name: "number", value: number, autocomplete: "off", "aria-describedby": "number-hint" });
  const codeField = el("input", { id: "code", name: "code", value: code, autocomplete: "off", autocapitalize: "off", spellcheck: "false", "aria-describedby": "code-hint" });
  return el(
    "form",
    {
      action: "/verify",
      method: "get",
      novalidate: true,
      onsubmit: (event) => {
        const missing = [need(codeField, t.needCode), need(numberField, t.needNumber)];
        if (missing.includes(true)) {
          event.preventDefault();
        }
      },
    },
    field(numberField, t.number, t.numberExample),
    field(codeField, t.code, t.codeHint),
    el("button", { class: "button", type: "submit" }, t.check),
  );
}

async function check(place: HTMLElement, number: string, code: string) {
  show(place, el("p", { class: "quiet", role: "status" }, t.checking));
  try {
    show(place, card(await checkCertificate(number, code)));
  } catch (error) {
    const problem = asProblem(error);
    show(place, problem.status === 404 ? card({ status: "UNKNOWN" }) : el("div", { class: "empty", role: "alert" }, el("p", {}, problem.message)));
  }
}

function card(found: CertificateCheck) {
  const words = t.results[found.status];
  const facts: [string, string | undefined][] = [
    [t.number, found.number],
    [t.holder, found.title],
    [t.school, found.schoolName],
    [t.honour, found.categoryName],
    [t.programme, found.programmeTitle],
    [t.decision, found.documentNumber],
    [t.issuer, found.issuer],
    [t.issuedOn, found.issuedOn && day(found.issuedOn)],
    [t.validUntil, found.validUntil && day(found.validUntil)],
  ];
  return el(
    "section",
    { class: `card result ${found.status.toLowerCase()}` },
    el("h2", {}, el("span", { class: "seal", "aria-hidden": "true" }, found.status === "VALID" ? "✓" : found.status === "UNKNOWN" ? "？" : "！"), words.title),
    el("p", {}, words.text),
    found.demonstration === true && el("p", { class: "remark" }, t.demonstration),
    el("dl", {}, ...facts.flatMap(([name, value]) => (value ? [el("dt", {}, name), el("dd", {}, value)] : []))),
  );
}
