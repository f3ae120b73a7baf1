import { useQuery } from "@tanstack/react-query";
import { api, type Answer as Answered } from "../../api/services";
import type { Category } from "../../texts/zh-CN.public";

/** An answer as it travels; a form says what shape it has. */
export type Answer = string | number | boolean | null | undefined | Answer[] | { [key: string]: Answer };

/** What was answered, each answer under its field's key. */
export type Content = { [key: string]: Answer };

type Common = { key: string; label: string; hint?: string; optional: boolean; when?: { field: string; is?: string[] } };

export type Criterion = { code: string; part: string; name: string; maxPoints: number };

export type Field = Common &
  (
    | { kind: "text"; max: number; rows: number; blind?: "READ" | "NAMES" | null }
    | { kind: "choice"; several: boolean; options: { value: string; label: string }[] }
    | { kind: "amount"; min: number; max: number; unit?: string }
    | { kind: "yesNo" }
    | { kind: "consent" }
    | { kind: "day" }
    | { kind: "month" }
    | { kind: "notice" }
    | { kind: "table"; min: number; max: number; columns: Field[] }
    | { kind: "scores"; criteria: Criterion[] }
    | { kind: "evidence"; max: number; criteria: string[] }
  );

export type FieldOf<K extends Field["kind"]> = Field & { kind: K };

/** One piece of evidence; it speaks for as many criteria as it names. */
export type Piece = { attachment: string; caption?: string; criteria?: string[] };

export type Notice = { from?: string; to?: string; place?: string; objections?: boolean };

/** A form in one version: what the service asks, drawn as it says. */
export type FormDefinition = Omit<Written, "sections"> & { sections: (Omit<Written["sections"][number], "fields"> & { fields: Field[] })[] };
type Written = Answered<"/api/application-forms/{category}/{version}">;

/** The category that an address names; one that is none is asked for all the same, and refused. */
export function categoryOf(named: string | undefined) {
  return (named ?? "") as Category;
}

/** A version never changes, so it is read once. */
export function useForm(category: Category, version: number) {
  return useQuery({
    queryKey: ["application-forms", category, version],
    // what a table's columns may be is said of fields, of which a table is one; the document does not say it twice
    queryFn: async () => (await api.get("/api/application-forms/{category}/{version}", { category, version })) as FormDefinition,
    staleTime: Infinity,
  });
}

/** The newest version for each category. */
export function useNewestForms() {
  return useQuery({ queryKey: ["application-forms"], queryFn: async () => (await api.get("/api/application-forms")) as FormDefinition[] });
}

/** Whether a question is put, given the answer to the one it depends on. */
export function isAsked(field: Pick<Field, "when">, answers: Content): boolean {
  if (field.when === undefined) {
    return true;
  }
  const answer = answers[field.when.field];
  if (answer === undefined || answer === null || answer === "") {
    return false;
  }
  const given = Array.isArray(answer) ? answer.map(String) : [String(answer)];
  return field.when.is === undefined || field.when.is.some((one) => given.includes(one));
}

/** The criteria that a piece of evidence can speak for, by the names people know them by. */
export function criteriaOf(form: FormDefinition): Criterion[] {
  return form.sections.flatMap((section) => section.fields).flatMap((field) => (field.kind === "scores" ? field.criteria : []));
}

/** An answer in words, for readers; undefined when there is none. */
export function inWords(field: Field, answer: Answer, words: { yes: string; no: string; day: (iso: string) => string; month: (iso: string) => string }): string | undefined {
  if (answer === undefined || answer === null || answer === "") {
    return undefined;
  }
  switch (field.kind) {
    case "choice": {
      const chosen = Array.isArray(answer) ? answer : [answer];
      return chosen.map((one) => field.options.find((option) => option.value === one)?.label ?? String(one)).join("、");
    }
    case "amount":
      return `${Number(answer)}${field.unit === undefined ? "" : ` ${field.unit}`}`;
    case "yesNo":
    case "consent":
      return answer === true ? words.yes : words.no;
    case "day":
      return words.day(String(answer));
    case "month":
      return words.month(String(answer));
    default:
      return String(answer);
  }
}

/** Whether nothing was answered yet; a no and a zero are answers. */
export function isBlank(answer: Answer): boolean {
  if (answer === undefined || answer === null || answer === "") {
    return true;
  }
  if (Array.isArray(answer)) {
    return answer.every(isBlank);
  }
  return typeof answer === "object" && Object.values(answer).every(isBlank);
}
