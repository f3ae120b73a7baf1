import { barOf, placeOf, type Timeline, timelineOf } from "../shared/timeline";
import { windowState } from "../shared/windows";
import { day, dayInChina } from "../texts/format";
import { brand, publicPages } from "../texts/zh-CN.public";
import { legalModes, publicProgrammes as t, stages, ties, weightNames, windowWords } from "../texts/zh-CN.scheme";
import { publicProgramme, publicProgrammes, type ProgrammeRow, type PublicProgramme } from "./data";
import { el, loading, show } from "./dom";

type StageWindow = PublicProgramme["windows"][number];

export function programmeList(main: HTMLElement) {
  document.title = `${publicPages.programmes} · ${brand.name}`;
  const list = el("div", { "aria-live": "polite" });
  show(main, el("h1", {}, publicPages.programmes), el("p", { class: "quiet" }, t.lead), list);
  void loading(list, publicProgrammes, (all) =>
    show(list, all.length === 0 ? el("div", { class: "empty" }, el("p", {}, t.none), el("p", { class: "quiet" }, t.noneHint)) : el("ul", { class: "rows" }, ...all.map(row))),
  );
}

export function programmePage(main: HTMLElement, id: string) {
  document.title = `${publicPages.programmes} · ${brand.name}`;
  void loading(
    main,
    () => publicProgramme(id),
    (programme) => {
      document.title = `${programme.title} · ${brand.name}`;
      show(main, article(programme));
    },
  );
}

function row(programme: ProgrammeRow) {
  return el(
    "li",
    {},
    el(
      "a",
      { href: `/programme/${encodeURIComponent(programme.id)}` },
      el("span", { class: "row-title" }, programme.title),
      el("span", { class: "row-line" }, ...tags(programme), el("span", {}, t.edition(programme.edition)), programme.state === "PUBLISHED" && el("span", {}, whereItStands(programme))),
    ),
  );
}

function tags(programme: Pick<PublicProgramme, "state" | "demonstration">) {
  return [
    programme.demonstration && el("span", { class: "tag" }, publicPages.demonstrationTag),
    el("span", { class: programme.state === "PUBLISHED" ? "tag open" : "tag" }, t.states[programme.state]),
  ];
}

/** The stages of today; between two of them, the next. */
function whereItStands({ windows, words }: Pick<PublicProgramme, "windows" | "words">) {
  const today = dayInChina();
  const open = windows.filter((window) => isOpen(window, today));
  if (open.length > 0) {
    return t.now(open.map((window) => nameOf(window, words)));
  }
  const next = windows.filter((window) => window.opensOn > today).toSorted((one, other) => one.opensOn.localeCompare(other.opensOn))[0];
  return next === undefined ? t.noStage : t.next(nameOf(next, words), day(next.opensOn));
}

function article(programme: PublicProgramme) {
  const { words, legalBasis, selection } = programme;
  const ruleTies = (selection.tieBreak ?? []).map((tie) => ties[tie]);
  return el(
    "article",
    { class: "notice programme" },
    el("h1", {}, programme.title),
    el("p", { class: "row-line" }, ...tags(programme), el("span", {}, publicPages.yearOf(programme.year)), el("span", {}, t.edition(programme.editions[0]?.edition ?? 1))),
    programme.demonstration && el("p", { class: "remark" }, publicPages.demonstration),
    programme.state === "PUBLISHED" && el("p", { class: "stands" }, whereItStands(programme)),
    el("button", { type: "button", class: "button plain no-print", onclick: () => print() }, t.print),

    el("h2", {}, t.timeline),
    el("p", { class: "quiet" }, t.timelineHint),
    schedule(programme),

    el("h2", {}, t.categories),
    el(
      "table",
      {},
      el("thead", {}, el("tr", {}, ...[t.category, t.perSchool, t.quota(words.honour)].map((head) => el("th", { scope: "col" }, head)))),
      el(
        "tbody",
        {},
        ...programme.categories.map((one) => el("tr", {}, el("th", { scope: "row" }, one.name), el("td", {}, t.perSchoolFrom(one.minPerUnit, one.maxPerUnit)), el("td", {}, t.quotaAtMost(one.quota)))),
      ),
    ),
    el("p", { class: "quiet" }, t.quotaHint),

    el("h2", {}, t.weights),
    el("p", { class: "quiet" }, t.weightsHint),
    el("dl", {}, ...(Object.keys(weightNames) as (keyof typeof weightNames)[]).flatMap((name) => pair(weightNames[name], t.share(programme.weights[name])))),

    el("h2", {}, t.rules),
    el(
      "ul",
      { class: "plain-rules" },
      ...[
        programme.ranked ? t.ranking : t.notRanked,
        t.acceptance(selection.minimumAcceptance),
        programme.weights.appraisal > 0 && t.satisfaction(selection.minimumSatisfaction),
        programme.ranked && t.ties(ruleTies),
        typeof selection.perSchool === "number" && t.limitPerSchool(selection.perSchool),
        typeof selection.headsPercent === "number" && t.limitHeads(selection.headsPercent),
        typeof selection.kindergartens === "number" && t.kindergartens(selection.kindergartens),
        selection.outstandingSchools > 0 && t.outstandingSchools(selection.outstandingSchools),
        selection.outstandingMembers > 0 && t.outstandingMembers(selection.outstandingMembers),
      ].map((sentence) => sentence && el("li", {}, sentence)),
    ),

    el("h2", {}, t.basis),
    el(
      "dl",
      {},
      ...pair(t.mode, legalModes[legalBasis.mode]),
      ...pair(t.documentNumber, legalBasis.documentNumber),
      ...pair(t.approvedBy, legalBasis.approvedBy),
      ...pair(t.approvedOn, legalBasis.approvedOn && day(legalBasis.approvedOn)),
      ...pair(t.listItem, legalBasis.listItem),
      ...pair(t.period, legalBasis.period && t.days(day(legalBasis.period.from), day(legalBasis.period.until))),
    ),

    el("h2", {}, t.editions),
    el("ol", { class: "editions" }, ...programme.editions.map(edition)),

    el("h2", {}, t.ask),
    el("p", {}, t.askOffice),
    el("p", {}, t.askObjection),
    el("p", { class: "row-line no-print" }, el("a", { href: "/notices" }, t.toNotices), el("a", { href: "/objections" }, t.toStatus), el("a", { href: "/programme" }, t.all)),
  );
}

/** The stages below each other on one line of months; in words first, for whoever does not see the bars. */
function schedule(programme: PublicProgramme) {
  const line = timelineOf(programme.windows);
  const today = dayInChina();
  return (
    line !== undefined &&
    el(
      "div",
      { class: "schedule" },
      el("div", { class: "months", "aria-hidden": "true" }, ...line.months.map((one) => el("span", { style: `left:${one.at}%;width:${one.width}%` }, t.month(Number(one.month.slice(5)))))),
      el("ol", {}, ...programme.windows.map((window) => stage(window, nameOf(window, programme.words), line, today, programme.state === "CLOSED"))),
    )
  );
}

function stage(window: StageWindow, name: string, line: Timeline, today: string, over: boolean) {
  const here = !over && isOpen(window, today);
  const { start, width } = barOf(line, window);
  const now = placeOf(line, today);
  return el(
    "li",
    { class: here ? "here" : undefined, "aria-current": here ? "step" : undefined },
    el(
      "p",
      { class: "stage" },
      el("strong", {}, name),
      here && el("span", { class: "here-mark" }, `▶ ${t.here}`),
      el("span", {}, t.days(day(window.opensOn), day(window.closesOn))),
      el("span", { class: "quiet" }, over ? t.done : stateOf(window, today)),
    ),
    el(
      "div",
      { class: "track", "aria-hidden": "true" },
      el("span", { class: "bar", style: `left:${start}%;width:${width}%` }),
      !over && now >= 0 && now <= 100 && el("span", { class: "today", style: `left:${now}%` }),
    ),
  );
}

function stateOf(window: StageWindow, today: string) {
  const state = windowState(window, today);
  switch (state.kind) {
    case "NOT_YET":
      return windowWords.notYet(state.opensInDays);
    case "OPEN":
      return windowWords.open(state.daysLeft);
    case "CLOSING":
      return windowWords.closing(state.daysLeft);
    case "CLOSED":
      return t.done;
  }
}

function edition(one: PublicProgramme["editions"][number]) {
  const when = day(dayInChina(new Date(one.issuedAt)));
  return el(
    "li",
    {},
    el("strong", {}, t.edition(one.edition)),
    el("span", { class: "quiet" }, one.edition === 1 ? t.issued(when) : t.corrected(when)),
    Boolean(one.reason) && el("p", {}, t.reason(one.reason ?? "")),
    one.changes.length > 0 && el("ul", {}, ...one.changes.map((change) => el("li", {}, t.change(change.what, change.before, change.after)))),
  );
}

function pair(term: string, text: string | null | undefined) {
  return text ? [el("dt", {}, term), el("dd", {}, text)] : [];
}

/** Not every programme ends in a 表彰. */
function nameOf(window: StageWindow, words: PublicProgramme["words"]) {
  return window.stage === "COMMENDATION" ? words.honour : stages[window.stage];
}

function isOpen(window: StageWindow, today: string) {
  return window.opensOn <= today && today <= window.closesOn;
}
