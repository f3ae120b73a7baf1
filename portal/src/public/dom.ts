import { asProblem } from "../api/problem";
import { publicPages as t } from "../texts/zh-CN.public";

/** The public pages build their few elements by hand, so that a visitor loads no framework. */

type Child = Node | string | null | undefined | false;
type Attributes = Record<string, string | number | boolean | undefined | ((event: Event) => void)>;

/** An element with attributes (`onclick` and the like may be functions) and children. Text is never read as markup. */
export function el<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      element.addEventListener(name.replace(/^on/, ""), value);
    } else if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== undefined && value !== false) {
      element.setAttribute(name, String(value));
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export function show(place: HTMLElement, ...children: Child[]) {
  place.replaceChildren(...children.filter((child) => child !== null && child !== undefined && child !== false));
}

/** Shows that something is coming, then the thing itself, or a sentence with a way to try again. */
export async function loading<T>(place: HTMLElement, fetch: () => Promise<T>, then: (loaded: T) => void) {
  show(place, el("p", { class: "quiet loading", role: "status" }, t.loading));
  try {
    then(await fetch());
  } catch (error) {
    show(
      place,
      el(
        "div",
        { class: "empty", role: "alert" },
        el("p", {}, asProblem(error).message),
        el("button", { type: "button", class: "button", onclick: () => void loading(place, fetch, then) }, t.retry),
      ),
    );
  }
}
