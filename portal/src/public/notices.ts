import { day } from "../texts/format";
import { brand, publicPages as t } from "../texts/zh-CN.public";
import { type NoticeEntry, type NoticeRow, publicNotice, publicNotices, type PublicNotice } from "./data";
import { el, loading, show } from "./dom";
import { objectionForm } from "./objections";
import { verifyForm } from "./verify";

/** The front page: the notices that are open now, and the certificate check in one step. */
export function home(main: HTMLElement) {
  document.title = brand.name;
  const list = el("div", { "aria-live": "polite" });
  show(
    main,
    el("section", { class: "hero" }, el("h1", {}, brand.scheme), el("p", {}, t.lead), el("p", {}, el("a", { href: "/programme" }, t.toProgramme))),
    el(
      "div",
      { class: "columns" },
      el(
        "section",
        { "aria-labelledby": "latest" },
        el("div", { class: "section-head" }, el("h2", { id: "latest" }, t.latest), el("a", { href: "/notices" }, t.allNotices)),
        list,
      ),
      el("section", { class: "card", "aria-labelledby": "check" }, el("h2", { id: "check" }, t.verifyTitle), verifyForm("", "")),
    ),
  );
  void fillList(list, 5);
}

export function noticeList(main: HTMLElement) {
  document.title = `${t.notices} · ${brand.name}`;
  const list = el("div", { "aria-live": "polite" });
  show(main, el("h1", {}, t.notices), list);
  void fillList(list);
}

export function noticePage(main: HTMLElement, id: string) {
  document.title = `${t.notices} · ${brand.name}`;
  void loading(
    main,
    () => publicNotice(id),
    (notice) => {
      document.title = `${notice.title} · ${brand.name}`;
      show(main, article(notice));
    },
  );
}

function fillList(place: HTMLElement, limit = Number.POSITIVE_INFINITY) {
  return loading(place, publicNotices, (notices) => {
    if (notices.length === 0) {
      show(place, el("div", { class: "empty" }, el("p", {}, t.noNotices), el("p", { class: "quiet" }, t.noNoticesHint)));
      return;
    }
    show(place, el("ul", { class: "rows" }, ...notices.slice(0, limit).map(row)));
  });
}

function row(notice: NoticeRow) {
  return el(
    "li",
    {},
    el(
      "a",
      { href: `/notices/${encodeURIComponent(notice.id)}` },
      el("span", { class: "row-title" }, notice.title),
      el("span", { class: "row-line" }, stateTag(notice), el("span", {}, t.period(day(notice.opensOn), day(notice.closesOn)))),
    ),
  );
}

function article(notice: PublicNotice) {
  return el(
    "article",
    { class: "notice" },
    el("h1", {}, notice.title),
    el("p", { class: "row-line" }, stateTag(notice), el("span", {}, t.period(day(notice.opensOn), day(notice.closesOn)))),
    notice.demonstration && el("p", { class: "remark" }, t.demonstration),
    Boolean(notice.shortenedReason) && el("p", { class: "remark" }, `${t.shortened}（${notice.shortenedReason}）`),
    Boolean(notice.text) && el("div", { class: "prose" }, notice.text ?? ""),
    el("h2", {}, t.list),
    ...(notice.entries.length === 0
      ? [el("p", { class: "quiet" }, t.emptyList)]
      : [...new Set(notice.entries.map((entry) => entry.categoryName))].map((name) => entriesOf(name, notice.entries))),
    notice.objecting === true && objectionForm(notice),
    Boolean(notice.packageHash) &&
      el(
        "section",
        { class: "hash" },
        el("h2", {}, t.resultHash),
        el("code", {}, notice.packageHash ?? ""),
        el("p", { class: "quiet" }, t.resultHashHint),
      ),
  );
}

function entriesOf(category: string, all: NoticeEntry[]) {
  const entries = all.filter((entry) => entry.categoryName === category);
  return (
    entries.length > 0 &&
    el(
      "section",
      { class: "category" },
      el("h3", {}, `${category} `, el("span", { class: "quiet" }, t.count(entries.length))),
      el(
        "ol",
        { class: "entries" },
        ...entries.map((entry) =>
          el(
            "li",
            {},
            el("strong", {}, entry.title),
            el("span", { class: "quiet" }, entry.schoolName),
            entry.withdrawn && el("span", { class: "tag" }, t.fellOut),
            Boolean(entry.summary) && el("p", {}, entry.summary ?? ""),
          ),
        ),
      ),
    )
  );
}

function stateTag(notice: NoticeRow) {
  return notice.state === "OPEN" ? el("span", { class: "tag open" }, t.open) : el("span", { class: "tag" }, notice.state === "WITHDRAWN" ? t.withdrawn : t.closed);
}
