import { asProblem } from "../api/problem";
import { type Child, el } from "../shared/el";
import { publicPages as t } from "../texts/zh-CN.public";

/** The public pages build their few elements by hand, so that a visitor loads no framework. */
export { el };

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
