import type { Field, FieldOf, FormDefinition } from "../applications/form";

/** Moves of somebody who designs the next version of a form. Each answers a new form and leaves the old one alone. */

export type Kind = Field["kind"];

/** Where a question stands: its section, and its place therein. */
export type Place = { section: number; at: number };

/** The version after this one, as it is, to be changed. */
export function nextOf(form: FormDefinition): FormDefinition {
  return { ...form, version: form.version + 1 };
}

/** A name under which an answer is kept; never one that was used before, not even in an older version. */
export function freshKey() {
  return `q${crypto.randomUUID().replaceAll("-", "").slice(0, 10)}`;
}

export function freshField(kind: Kind, label: string): Field {
  const common = { key: freshKey(), label, optional: false };
  switch (kind) {
    case "text":
      return { ...common, kind, max: 200, rows: 3 };
    case "choice":
      return { ...common, kind, several: false, options: [] };
    case "amount":
      return { ...common, kind, min: 0, max: 100 };
    case "table":
      return { ...common, kind, min: 1, max: 10, columns: [] };
    case "scores":
      return { ...common, kind, criteria: [] };
    case "evidence":
      return { ...common, kind, max: 5, criteria: [] };
    default:
      return { ...common, kind };
  }
}

export function fieldAt(form: FormDefinition, place: Place): Field | undefined {
  return form.sections[place.section]?.fields[place.at];
}

export function withField(form: FormDefinition, place: Place, field: Field): FormDefinition {
  return inSection(form, place.section, (fields) => fields.toSpliced(place.at, 1, field));
}

export function withNewField(form: FormDefinition, section: number, field: Field): FormDefinition {
  return inSection(form, section, (fields) => [...fields, field]);
}

export function withoutField(form: FormDefinition, place: Place): FormDefinition {
  return inSection(form, place.section, (fields) => fields.toSpliced(place.at, 1));
}

/** Takes a question from one place and puts it where another stands, or at the end of a section. */
export function carried(form: FormDefinition, from: Place, to: Place): FormDefinition {
  const field = fieldAt(form, from);
  return field === undefined ? form : inSection(withoutField(form, from), to.section, (fields) => fields.toSpliced(to.at, 0, field));
}

/** Where one step up or down leads: past the edge of a section into the next; nowhere at the edge of the form. */
export function stepFrom(form: FormDefinition, place: Place, step: 1 | -1): Place | undefined {
  const last = (form.sections[place.section]?.fields.length ?? 0) - 1;
  if (step === -1) {
    return place.at > 0 ? { ...place, at: place.at - 1 } : place.section > 0 ? { section: place.section - 1, at: form.sections[place.section - 1]?.fields.length ?? 0 } : undefined;
  }
  return place.at < last ? { ...place, at: place.at + 1 } : place.section < form.sections.length - 1 ? { section: place.section + 1, at: 0 } : undefined;
}

/** Everything that is asked before a question, on which it may depend. */
export function askedBefore(form: FormDefinition, place: Place): Field[] {
  return form.sections.flatMap((section, n) => (n < place.section ? section.fields : n === place.section ? section.fields.slice(0, place.at) : []));
}

/** What every form asks, because lists, notices and certificates read it: it stays, as what it is. */
export function isFixed(field: Field) {
  return ["title", "summary", "origin", "schoolNotice"].includes(field.key);
}

/** The answers of a question on which another may depend; none where any answer will do. */
export function answersTo(field: Field, words: { yes: string; no: string }): { value: string; label: string }[] {
  switch (field.kind) {
    case "choice":
      return field.options;
    case "yesNo":
    case "consent":
      return [
        { value: "true", label: words.yes },
        { value: "false", label: words.no },
      ];
    default:
      return [];
  }
}

/** Pieces of evidence may only speak for what is scored in the same form. */
export function withCriteria(form: FormDefinition, criteria: FieldOf<"scores">["criteria"]): FormDefinition {
  const codes = new Set(criteria.map(({ code }) => code));
  return {
    ...form,
    sections: form.sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) =>
        field.kind === "scores" ? { ...field, criteria } : field.kind === "evidence" ? { ...field, criteria: field.criteria.filter((code) => codes.has(code)) } : field,
      ),
    })),
  };
}

function inSection(form: FormDefinition, section: number, change: (fields: Field[]) => Field[]): FormDefinition {
  return { ...form, sections: form.sections.map((one, n) => (n === section ? { ...one, fields: change(one.fields) } : one)) };
}
