/** 大字版: larger words and targets, chosen by a person and remembered by this browser. Nothing else is kept there. */
const KEY = "sihong-large-text";

export function largeTextChosen(storage: Pick<Storage, "getItem"> | undefined = remembering()) {
  try {
    return storage?.getItem(KEY) === "yes";
  } catch {
    return false;
  }
}

/** Takes effect at once; a browser that remembers nothing (a private window) forgets it with the page. */
export function chooseLargeText(large: boolean, storage: Pick<Storage, "setItem" | "removeItem"> | undefined = remembering()) {
  document.documentElement.classList.toggle("large-text", large);
  try {
    if (large) {
      storage?.setItem(KEY, "yes");
    } else {
      storage?.removeItem(KEY);
    }
  } catch {
    // it holds for this page, which is what can be had
  }
}

/** Reading the property alone may be refused. */
function remembering() {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
