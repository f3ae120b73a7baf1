import { anonymous, api, type Answer } from "../api/services";
import { asProblem } from "../api/problem";
import { day, dayInChina } from "../texts/format";
import { brand, publicPages } from "../texts/zh-CN.public";
import { ballot as t, marks } from "../texts/zh-CN.ballot";
import { el, show } from "./dom";
import { type Blinded, drawToken, finishToken, receiptOf, type Token } from "./token";
import { field, need } from "./fields";

type Mark = keyof typeof marks;

type Paper = Answer<"/api/public/ballots/{id}">;

/** Whoever has an account proves it at the desk; everybody else shows a printed code there. */
type Voter = "account" | "code";

/** `/ballot/{id}`: the ballot while people vote, the check of a receipt afterwards. */
export async function ballotPage(main: HTMLElement, id: string) {
  document.body.classList.add("large");
  show(main, el("p", { class: "quiet", role: "status" }, publicPages.loading));
  try {
    const paper = await anonymous.get("/api/public/ballots/{id}", { id });
    document.title = `${t.title(paper.school, paper.electorate)} · ${brand.name}`;
    const today = dayInChina();
    show(
      main,
      el("h1", {}, t.title(paper.school, paper.electorate)),
      el("p", { class: "quiet" }, t.days(day(paper.opensOn), day(paper.closesOn))),
      paper.trial && el("p", { class: "remark" }, t.trial),
      ...(paper.closed || today > paper.closesOn
        ? [el("p", {}, t.closed), receiptCheck(id)]
        : today < paper.opensOn
          ? [el("p", {}, t.notYet(day(paper.opensOn)))]
          : [ballotForm(paper, new URLSearchParams(location.search).has("account") ? "account" : "code")]),
    );
  } catch (error) {
    show(main, el("div", { class: "empty", role: "alert" }, el("p", {}, asProblem(error).message), el("a", { class: "button", href: location.href }, publicPages.retry)));
  }
}

function ballotForm(paper: Paper, voter: Voter) {
  const code = el("input", { id: "code", autocomplete: "off", autocapitalize: "characters", spellcheck: "false", inputmode: "text", "aria-describedby": "code-hint" });
  const subjects = paper.subjects.map((name, n) => subject(name, n));
  const outcome = el("div", { "aria-live": "polite" });
  const place = el("div", {});
  const form = el(
    "form",
    {
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        const open = subjects.filter((one) => one.unmarked());
        open[0]?.focus();
        const noCode = voter === "code" && need(code, t.needCode);
        if (open.length === 0 && !noCode) {
          review();
        }
      },
    },
    el("p", {}, t.anonymous),
    kept(paper) !== undefined && el("p", { class: "remark" }, t.interrupted),
    voter === "code" && field(code, t.code, t.codeHint),
    el("p", {}, t.steps),
    ...subjects.map((one) => one.element),
    el("button", { class: "button wide", type: "submit" }, t.review),
    el("p", {}, voter === "account" ? el("a", { href: location.pathname }, t.withCode) : el("a", { href: "/app/ballots" }, t.withAccount)),
  );
  show(place, form, outcome);
  return place;

  function review() {
    const chosen = subjects.map((one) => one.mark());
    const send = el("button", { class: "button wide", type: "button", onclick: () => void deliver(chosen, send) }, t.cast);
    const back = el(
      "button",
      {
        class: "button wide plain",
        type: "button",
        onclick: () => {
          show(place, form, outcome);
          show(outcome);
        },
      },
      t.back,
    );
    const title = el("h2", { tabindex: -1 }, t.reviewTitle);
    show(place, el("section", { class: "card" }, title, el("dl", {}, ...chosen.flatMap((mark, n) => [el("dt", {}, paper.subjects[n] ?? ""), el("dd", {}, marks[mark])])), send, back), outcome);
    title.focus();
  }

  async function deliver(chosen: Mark[], send: HTMLButtonElement) {
    send.disabled = true;
    show(outcome, el("p", { class: "quiet", role: "status" }, t.sending));
    try {
      show(place, receiptCard(await vote(paper, voter, code.value, chosen), t.done));
    } catch (error) {
      send.disabled = false;
      const problem = asProblem(error);
      show(outcome, el("p", { class: "error", role: "alert" }, [problem.message, ...problem.errors.map((one) => one.message)].join(" ")));
    }
  }
}

/**
 * Desk, then box. What was drawn is kept in this tab until the box has answered: the desk answers the same question
 * again, so that a line that breaks in between costs nobody a vote.
 */
async function vote(paper: Paper, voter: Voter, code: string, chosen: Mark[]): Promise<string> {
  const drawn = kept(paper) ?? (await drawToken(paper.publicKey));
  sessionStorage.setItem(keyOf(paper), JSON.stringify(drawn));
  const { signature } =
    voter === "account"
      ? await api.post("/api/ballots/{id}/token", { blinded: drawn.blinded }, { id: paper.appraisalId })
      : await anonymous.post("/api/public/ballots/{id}/token", { code, blinded: drawn.blinded }, { id: paper.appraisalId });
  const token: Token = await finishToken(drawn, signature);
  try {
    await anonymous.post("/api/public/ballots/{id}", { ...token, marks: chosen }, { id: paper.appraisalId });
  } catch (error) {
    if (asProblem(error).code !== "already-cast") {
      throw error;
    }
  }
  sessionStorage.removeItem(keyOf(paper));
  return receiptOf(token);
}

const keyOf = (paper: Paper) => `ballot ${paper.appraisalId}`;

/** What was drawn before the line broke; a rehearsal that was wiped has another key. */
function kept(paper: Paper): Blinded | undefined {
  const text = sessionStorage.getItem(keyOf(paper));
  const drawn = text === null ? undefined : (JSON.parse(text) as Blinded);
  return drawn?.publicKey === paper.publicKey ? drawn : undefined;
}

function subject(name: string, n: number) {
  const hint = el("p", { class: "hint", id: `subject-${n}-hint` });
  const choices = Object.entries(marks).map(([value, label]) => {
    const input = el("input", { type: "radio", name: `subject-${n}`, value });
    return { input, element: el("label", { class: "mark" }, input, el("span", {}, label)) };
  });
  const chosen = () => choices.find(({ input }) => input.checked)?.input.value as Mark | undefined;
  return {
    element: el("fieldset", { class: "card", "aria-describedby": hint.id }, el("legend", {}, name), el("div", { class: "marks" }, ...choices.map((one) => one.element)), hint),
    mark: () => chosen() ?? "ABSTAINED",
    focus: () => choices[0]?.input.focus(),
    unmarked: () => {
      const missing = chosen() === undefined;
      hint.textContent = missing ? t.needMark : "";
      hint.classList.toggle("error", missing);
      return missing;
    },
  };
}

function receiptCard(receipt: string, title: string) {
  const copy = el("button", { class: "button plain", type: "button", onclick: () => void navigator.clipboard.writeText(receipt).then(() => show(copy, t.copied)) }, t.copy);
  return el(
    "section",
    { class: "card result valid", role: "status" },
    el("h2", {}, el("span", { class: "seal", "aria-hidden": "true" }, "✓"), title),
    el("p", {}, t.receipt),
    el("p", { class: "receipt" }, receipt),
    el("p", { class: "quiet" }, t.receiptHint),
    copy,
  );
}

function receiptCheck(id: string) {
  const receipt = el("input", { id: "receipt", autocomplete: "off", autocapitalize: "characters", spellcheck: "false", "aria-describedby": "receipt-hint" });
  const outcome = el("div", { "aria-live": "polite" });
  return el(
    "section",
    { class: "card" },
    el("h2", {}, t.checkTitle),
    el("p", { class: "quiet" }, t.checkHint),
    el(
      "form",
      {
        novalidate: true,
        onsubmit: (event) => {
          event.preventDefault();
          if (!need(receipt, t.needReceipt)) {
            void look();
          }
        },
      },
      field(receipt, t.receipt, ""),
      el("button", { class: "button", type: "submit" }, t.check),
    ),
    outcome,
  );

  async function look() {
    try {
      const all = await anonymous.get("/api/public/ballots/{id}/receipts", { id });
      const found = all.includes(grouped(receipt.value));
      show(outcome, el("p", { role: "status", class: found ? "" : "error" }, found ? t.found : t.missing), el("p", { class: "quiet" }, t.count(all.length)));
    } catch (error) {
      show(outcome, el("p", { class: "error", role: "alert" }, asProblem(error).message));
    }
  }
}

/** However it was typed: O for 0, I and L for 1, with or without strokes. */
function grouped(typed: string) {
  const plain = typed.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  return plain.match(/.{1,4}/g)?.join("-") ?? "";
}
