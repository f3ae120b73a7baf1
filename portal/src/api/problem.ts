import { problems } from "../texts/zh-CN.public";

/** One rejected field of a request: its path as the service names it, and a Chinese sentence. */
export type FieldError = { field: string; message: string };

/** A refusal (RFC 9457). `message` is the Chinese sentence that says what to do. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly errors: FieldError[] = [],
  ) {
    super(detail);
    this.name = "Problem";
  }
}

/** Whether the person has to sign in first: the session is over, or it began too weakly for their post. */
export type SignInNeeded = "not-signed-in" | "second-factor-missing";

export function signInNeeded(problem: Problem): SignInNeeded | undefined {
  return problem.code === "not-signed-in" || problem.code === "second-factor-missing" ? problem.code : undefined;
}

/** Reads a refusal from whatever came back: our own problem document, a proxy's page, or nothing at all. */
export function problemFrom(status: number, body: unknown): Problem {
  const document = isRecord(body) ? body : {};
  const code = typeof document.code === "string" ? document.code : codeForStatus(status);
  const detail = typeof document.detail === "string" && document.detail !== "" ? document.detail : problems[code];
  return new Problem(status, code, detail ?? problems.unknown, fieldErrorsIn(document.errors));
}

/** What a failed call turned into; anything that is not a refusal counts as an unreachable service. */
export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem(0, "unreachable", problems.unreachable);
}

/** A field's path split into the names a form uses: `content.photos[0].name` → content, photos, 0, name. */
export function fieldPath(field: string): (string | number)[] {
  return field
    .replaceAll(/\[(\d+)\]/g, ".$1")
    .split(".")
    .filter((part) => part !== "")
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/**
 * Sorts a refusal's field errors into those that a form shows beside a field and those it has no field for.
 * Services name fields from the request's root, forms may start deeper, so the longer name may end in the shorter.
 */
export function sortFieldErrors(problem: Problem, formFields: (string | number)[][]) {
  const beside: { name: (string | number)[]; errors: string[] }[] = [];
  const elsewhere: FieldError[] = [];
  for (const error of problem.errors) {
    const wanted = fieldPath(error.field).join(".");
    const name = formFields.find((path) => sameField(path.join("."), wanted));
    if (name === undefined) {
      elsewhere.push(error);
    } else {
      beside.push({ name, errors: [error.message] });
    }
  }
  return { beside, elsewhere };
}

function sameField(one: string, other: string) {
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}

function codeForStatus(status: number) {
  switch (status) {
    case 401:
      return "not-signed-in";
    case 403:
      return "role-not-allowed";
    case 404:
      return "not-found";
    case 413:
      return "too-large";
    case 429:
      return "too-many-requests";
    case 502:
    case 503:
    case 504:
      return "unavailable";
    default:
      return "unknown";
  }
}

function fieldErrorsIn(value: unknown): FieldError[] {
  if (!Array.isArray(value)) {
    return [];
  }
  return value.filter(isRecord).map((entry) => ({
    field: typeof entry.field === "string" ? entry.field : "",
    message: typeof entry.message === "string" ? entry.message : "",
  }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
