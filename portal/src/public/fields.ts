import type { Problem } from "../api/problem";
import { el } from "./dom";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A field under its label. Below it stands a hint, and in the hint's place what is wrong. */
export function field(input: Field, label: string, hint: string) {
  return el("div", { class: "field" }, el("label", { for: input.id }, label), input, el("p", { class: "hint", id: `${input.id}-hint`, "data-hint": hint }, hint));
}

/** Trims the field; when nothing is left, says so beside it and moves there. */
export function need(input: Field, message: string) {
  input.value = input.value.trim();
  const missing = input.value === "";
  fault(input, missing ? message : undefined);
  if (missing) {
    input.focus();
  }
  return missing;
}

/** Says beside each field what was refused of it, and no more what was mended, and moves to the first; answers what is left to say. */
export function refused(problem: Problem, fields: Record<string, Field>): string {
  const faulty = Object.entries(fields).filter(([name, input]) => {
    const said = problem.errors.filter((error) => error.field === name).map((error) => error.message);
    fault(input, said.length === 0 ? undefined : said.join(" "));
    return said.length > 0;
  });
  faulty[0]?.[1].focus();
  const elsewhere = problem.errors.filter((error) => fields[error.field] === undefined).map((error) => error.message);
  return faulty.length > 0 && elsewhere.length === 0 ? "" : [problem.message, ...elsewhere].join(" ");
}

function fault(input: Field, message?: string) {
  const hint = document.getElementById(`${input.id}-hint`);
  if (hint !== null) {
    hint.textContent = message ?? hint.dataset.hint ?? "";
    hint.classList.toggle("error", message !== undefined);
  }
  if (message === undefined) {
    input.removeAttribute("aria-invalid");
  } else {
    input.setAttribute("aria-invalid", "true");
  }
}
