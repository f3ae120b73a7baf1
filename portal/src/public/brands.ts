import { api, type Row } from "../api/services";
import { brand, type Category, categories, publicPages as t } from "../texts/zh-CN.public";
import { el, loading, show } from "./dom";

/** An honoured brand. `adoptions`: schools that took it up, each confirmed by its own school. */
type Brand = Row<"/api/public/brands">;

/** The gallery: what was taken up most stands first. The category stays in the address. */
export function brandsPage(main: HTMLElement) {
  document.title = `${t.brands} · ${brand.name}`;
  const asked = new URLSearchParams(location.search).get("category");
  const chosen = asked !== null && Object.hasOwn(categories, asked) ? (asked as Category) : undefined;
  const list = el("div", { "aria-live": "polite" });
  show(
    main,
    el("h1", {}, t.brands),
    el("p", { class: "quiet" }, t.brandsLead),
    el(
      "nav",
      { class: "chips", "aria-label": t.byCategory },
      chip("/brands", t.allCategories, chosen === undefined),
      ...Object.entries(categories).map(([key, name]) => chip(`/brands?category=${key}`, name, key === chosen)),
    ),
    list,
  );
  void fill(list, chosen, undefined);
}

function chip(href: string, text: string, here: boolean) {
  return el("a", { href, "aria-current": here ? "page" : undefined }, text);
}

/** One page of the list in this place; the button at its end brings the next. */
function fill(place: HTMLElement, category: Category | undefined, after: string | undefined): Promise<void> {
  return loading(
    place,
    () => api.get("/api/public/brands", { category, after, limit: 24 }),
    (page) => {
      if (page.items.length === 0) {
        show(place, el("div", { class: "empty" }, el("p", {}, t.noBrands), el("p", { class: "quiet" }, t.noBrandsHint)));
        return;
      }
      const rest = el("div", { "aria-live": "polite" });
      const { next } = page;
      show(
        place,
        el("ul", { class: "brands" }, ...page.items.map(card)),
        rest,
      );
      if (next !== undefined) {
        show(rest, el("button", { type: "button", class: "button", onclick: () => void fill(rest, category, next) }, t.more));
      }
    },
  );
}

function card(one: Brand) {
  return el(
    "li",
    { class: "card" },
    el("p", { class: "row-line" }, el("span", { class: "tag" }, one.categoryName), el("span", {}, t.yearOf(one.year)), one.adoptions > 0 && el("span", {}, t.adoptions(one.adoptions))),
    el("h2", {}, one.title),
    el("p", { class: "quiet" }, one.schoolName),
    el("p", { class: "prose" }, one.summary),
    one.demonstration && el("p", { class: "remark" }, t.demonstration),
  );
}
