import { asProblem } from "../api/problem";
import { day } from "../texts/format";
import { brand, publicPages as t } from "../texts/zh-CN.public";
import { object, type ObjectionReceipt, objectionStatus, type ObjectionStatus, type PublicNotice, sendEvidence, sendSeal } from "./data";
import { el, show } from "./dom";
import { field, need, refused } from "./fields";

/** Against an entry of a notice that is open, by a person or a unit; what is shown afterwards is shown once. */
export function objectionForm(notice: PublicNotice) {
  const id = crypto.randomUUID(); // the same however often it is sent
  const about = el(
    "select",
    { id: "about", "aria-describedby": "about-hint" },
    el("option", { value: "" }, t.objectionChoose),
    ...notice.entries.filter((entry) => !entry.withdrawn).map((entry) => el("option", { value: entry.applicationId }, `${entry.categoryName}：${entry.title}（${entry.schoolName}）`)),
  );
  const voice = el("select", { id: "voice", "aria-describedby": "voice-hint" }, el("option", { value: "PERSON" }, t.objectionPerson), el("option", { value: "UNIT" }, t.objectionUnit));
  const name = el("input", { id: "name", autocomplete: "name", "aria-describedby": "name-hint" });
  const unitName = el("input", { id: "unit", autocomplete: "organization", "aria-describedby": "unit-hint" });
  const contact = el("input", { id: "contact", "aria-describedby": "contact-hint" });
  const facts = el("textarea", { id: "facts", rows: 6, "aria-describedby": "facts-hint" });
  const outcome = el("div", { "aria-live": "polite" });
  const send = el("button", { class: "button", type: "submit" }, t.objectionSend);
  const form = el(
    "form",
    {
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        const words = t.objectionNeeds;
        const missing = [need(facts, words.facts), need(contact, words.contact), need(name, words.name), need(about, words.about)];
        if (!missing.includes(true)) {
          void deliver();
        }
      },
    },
    field(about, t.objectionAbout, ""),
    field(voice, t.objectionVoice, ""),
    field(name, t.objectionName, t.objectionNameHint),
    field(unitName, t.objectionUnitName, t.objectionUnitNameHint),
    field(contact, t.objectionContact, t.objectionContactHint),
    field(facts, t.objectionFacts, t.objectionFactsHint),
    send,
  );
  async function deliver() {
    send.disabled = true;
    show(outcome, el("p", { class: "quiet", role: "status" }, t.objectionSending));
    try {
      const kept = await object({
        id,
        noticeId: notice.id,
        applicationId: about.value,
        voice: voice.value === "UNIT" ? "UNIT" : "PERSON",
        name: name.value,
        unitName: unitName.value.trim() || null,
        contact: contact.value,
        facts: facts.value,
      });
      form.replaceWith(receipt(kept));
      show(outcome);
    } catch (error) {
      send.disabled = false;
      const said = refused(asProblem(error), { applicationId: about, voice, name, unitName, contact, facts });
      show(outcome, said !== "" && el("p", { class: "error", role: "alert" }, said));
    }
  }
  return el("section", { class: "card" }, el("h2", {}, t.objectionTitle), el("p", {}, t.objection), form, outcome);
}

/** `/objections`: how far an objection has come, for whoever has its receipt and code. */
export function objectionStatusPage(main: HTMLElement) {
  document.title = `${t.objectionStatusTitle} · ${brand.name}`;
  const number = el("input", { id: "receipt", autocomplete: "off", "aria-describedby": "receipt-hint" });
  const code = el("input", { id: "code", autocomplete: "off", autocapitalize: "off", spellcheck: "false", "aria-describedby": "code-hint" });
  const result = el("div", { "aria-live": "polite" });
  show(
    main,
    el("h1", {}, t.objectionStatusTitle),
    el("p", { class: "quiet" }, t.objectionStatusLead),
    el(
      "div",
      { class: "verify" },
      el(
        "section",
        { class: "card" },
        el(
          "form",
          {
            novalidate: true,
            onsubmit: (event) => {
              event.preventDefault();
              const missing = [need(code, t.needCode), need(number, t.needNumber)];
              if (!missing.includes(true)) {
                void look(result, number.value, code.value);
              }
            },
          },
          field(number, t.objectionReceipt, ""),
          field(code, t.objectionCode, ""),
          el("button", { class: "button", type: "submit" }, t.objectionCheck),
        ),
      ),
      result,
    ),
  );
}

async function look(place: HTMLElement, number: string, code: string) {
  show(place, el("p", { class: "quiet", role: "status" }, t.checking));
  try {
    show(place, status(await objectionStatus(number, code), code));
  } catch (error) {
    show(place, el("div", { class: "empty", role: "alert" }, el("p", {}, sentence(error))));
  }
}

function status(found: ObjectionStatus, code: string) {
  return el(
    "section",
    { class: "card" },
    table([
      [t.objectionReceipt, found.receipt],
      [t.objectionState, found.stateName],
      [t.objectionReceivedOn, day(found.receivedOn)],
      [t.objectionDue, found.investigateBy && day(found.investigateBy)],
      [t.objectionAnswer, found.answer],
    ]),
    found.sealMissing && sealForm(found.receipt, code),
    (found.takesEvidence || found.evidence > 0) && evidenceForm(found.receipt, code, found),
  );
}

function receipt(kept: ObjectionReceipt) {
  return el(
    "div",
    { role: "status" },
    el("p", {}, el("strong", {}, t.objectionDone)),
    table([
      [t.objectionReceipt, kept.receipt],
      [t.objectionCode, kept.code],
    ]),
    el("p", { class: "quiet" }, `${t.objectionCodeHint}${t.objectionAcceptBy(day(kept.acceptBy))}`),
    kept.sealMissing && sealForm(kept.receipt, kept.code),
    evidenceForm(kept.receipt, kept.code, { evidence: 0, takesEvidence: true }),
  );
}

function sealForm(number: string, code: string) {
  const scan = el("input", { id: "seal", type: "file", accept: ".pdf,.jpg,.jpeg,.png", "aria-describedby": "seal-hint" });
  const outcome = el("div", { "aria-live": "polite" });
  scan.addEventListener("change", () => {
    const file = scan.files?.[0];
    if (file !== undefined) {
      void sendSeal(number, code, file).then(
        () => show(outcome, el("p", { role: "status" }, t.objectionSealed)),
        (error: unknown) => show(outcome, el("p", { class: "error", role: "alert" }, sentence(error))),
      );
    }
  });
  return el("div", {}, field(scan, t.objectionSeal, t.objectionSealHint), outcome);
}

/** Sent one after the other, each under a name of its own, so that what stopped half-way can be chosen again. */
function evidenceForm(number: string, code: string, so: Pick<ObjectionStatus, "evidence" | "takesEvidence">) {
  const files = el("input", { id: "evidence", type: "file", multiple: true, accept: ".pdf,.jpg,.jpeg,.png", "aria-describedby": "evidence-hint" });
  const outcome = el("div", { "aria-live": "polite" }, so.evidence > 0 && el("p", {}, t.objectionEvidenceKept(so.evidence)));
  const send = async () => {
    files.disabled = true;
    try {
      for (const file of files.files ?? []) {
        show(outcome, el("p", { class: "quiet", role: "status" }, t.objectionEvidenceSending(file.name)));
        const { evidence } = await sendEvidence(number, code, crypto.randomUUID(), file);
        show(outcome, el("p", { role: "status" }, t.objectionEvidenceKept(evidence)));
      }
    } catch (error) {
      show(outcome, el("p", { class: "error", role: "alert" }, sentence(error)));
    }
    files.value = "";
    files.disabled = false;
  };
  files.addEventListener("change", () => void send());
  return el("div", {}, so.takesEvidence && field(files, t.objectionEvidence, t.objectionEvidenceHint), outcome);
}

function table(all: [string, string | null | undefined][]) {
  return el("dl", {}, ...all.flatMap(([name, value]) => (value ? [el("dt", {}, name), el("dd", {}, value)] : [])));
}

function sentence(error: unknown) {
  const problem = asProblem(error);
  return [problem.message, ...problem.errors.map((one) => one.message)].join(" ");
}
