import { api } from "../api/http";
import { asProblem, Problem } from "../api/problem";
import { address, type Answer, type Asking, type Path } from "../api/services";

/** How long a page waits for a weak signal before it shows what it had (ms). */
const patience = 8_000;

let keeping = false;

/** From now on answers are kept on this device: for those who work where there is no network. */
export function keepAnswers() {
  keeping = true;
}

/**
 * Reads from a service, or shows its last answer where it cannot be reached. Only those for whom answers are kept
 * ever find one; a refusal is never covered up by an older answer.
 */
export async function readOrRecall<P extends Path<"get">>(path: P, ...[given]: Asking<P>): Promise<Answer<P>> {
  const from = address(path, given);
  try {
    const answer = await (keeping ? within(patience, api.get<Answer<P>>(from)) : api.get<Answer<P>>(from));
    await keep(from, answer);
    return answer;
  } catch (error) {
    return recall<Answer<P>>(from, error);
  }
}

export async function keep(from: string, answer: unknown) {
  if (keeping) {
    await (await store()).keepAnswer(from, answer);
  }
}

/** The last answer, if what went wrong is that nobody answered; otherwise what went wrong. */
export async function recall<T>(from: string, error: unknown): Promise<T> {
  const problem = asProblem(error);
  const last = isAway(problem) ? await (await store()).answer<T>(from) : undefined;
  if (last === undefined) {
    throw problem;
  }
  return last;
}

/** Nobody answered, or only somebody on the way. */
export function isAway(problem: Problem) {
  return problem.status === 0 || problem.status >= 502;
}

/** Loaded by those who need it; a first visit does not. */
const store = async () => (await import("../app/field/store")).fieldStore;

function within<T>(ms: number, call: Promise<T>): Promise<T> {
  const timer = new Promise<never>((_, reject) => setTimeout(() => reject(asProblem(undefined)), ms));
  return Promise.race([call, timer]);
}
