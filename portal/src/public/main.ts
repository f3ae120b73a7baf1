import "./public.css";
import { chooseLargeText, largeTextChosen } from "../shared/largeText";
import { brand, publicPages as t } from "../texts/zh-CN.public";
import { brandsPage } from "./brands";
import { el, show } from "./dom";
import { home, noticeList, noticePage } from "./notices";
import { objectionStatusPage } from "./objections";
import { verifyPage } from "./verify";

const path = location.pathname.replace(/\/+$/, "") || "/";
const main = el("main", { id: "main", tabindex: -1 });

chooseLargeText(largeTextChosen());

const page = document.getElementById("page");
if (page !== null) {
  show(
    page,
    el("a", { class: "skip", href: "#main" }, t.skip),
    header(),
    main,
    el("footer", { class: "footer" }, el("p", {}, brand.scheme), el("p", {}, t.footer)),
  );
  open();
}

function open() {
  const notice = /^\/notices\/([^/]+)$/.exec(path);
  const programme = /^\/programme(?:\/([^/]+))?$/.exec(path);
  const ballot = /^\/ballot\/([^/]+)$/.exec(path);
  if (path === "/") {
    home(main);
  } else if (path === "/notices") {
    noticeList(main);
  } else if (notice?.[1] !== undefined) {
    noticePage(main, decodeURIComponent(notice[1]));
  } else if (ballot?.[1] !== undefined) {
    const id = decodeURIComponent(ballot[1]);
    // its cryptography is for voters only
    void import("./ballot").then(({ ballotPage }) => ballotPage(main, id));
  } else if (programme !== null) {
    const id = programme[1];
    void import("./programmes").then(({ programmeList, programmePage }) => (id === undefined ? programmeList(main) : programmePage(main, decodeURIComponent(id))));
  } else if (path === "/brands") {
    brandsPage(main);
  } else if (path === "/objections") {
    objectionStatusPage(main);
  } else if (path === "/verify" || path.startsWith("/verify/")) {
    verifyPage(main, decodeURIComponent(path.slice("/verify/".length)));
  } else {
    document.title = `${t.notFoundTitle} · ${brand.name}`;
    show(main, el("h1", {}, t.notFoundTitle), el("p", { class: "quiet" }, t.notFoundHint), el("a", { class: "button", href: "/" }, t.backHome));
  }
}

function header() {
  return el(
    "header",
    { class: "header" },
    el(
      "div",
      { class: "header-row" },
      el("a", { class: "brand", href: "/" }, el("img", { src: "/favicon.svg", alt: "", width: 32, height: 32 }), el("span", {}, brand.name)),
      el(
        "nav",
        { "aria-label": brand.name },
        link("/", t.home, path === "/"),
        link("/programme", t.programmes, path.startsWith("/programme")),
        link("/notices", t.notices, path.startsWith("/notices")),
        link("/verify", t.verify, path.startsWith("/verify")),
        link("/brands", t.brands, path === "/brands"),
        link("/objections", t.objections, path.startsWith("/objections")),
        largeTextSwitch(),
        el("a", { class: "enter", href: "/app/" }, t.workbench),
      ),
    ),
  );
}

function link(href: string, text: string, here: boolean) {
  return el("a", { href, "aria-current": here ? "page" : undefined }, text);
}

function largeTextSwitch() {
  const button = el("button", {
    type: "button",
    class: "large-text-switch",
    "aria-pressed": String(largeTextChosen()),
    onclick: () => {
      const large = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(large));
      chooseLargeText(large);
    },
  }, t.largeText);
  return button;
}
