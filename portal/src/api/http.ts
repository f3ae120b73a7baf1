import { asProblem, Problem, problemFrom, type SignInNeeded, signInNeeded } from "./problem";

type Query = Record<string, string | number | boolean | undefined>;

/** The way through the gateway; `services.ts` knows what goes along it. Every refusal is thrown as a {@link Problem}. */
export const api = {
  get: <T>(path: string, query?: Query) => send<T>("GET", path + queryString(query)),
  post: <T>(path: string, body?: unknown) => send<T>("POST", path, body),
  put: <T>(path: string, body: unknown) => send<T>("PUT", path, body),
  upload,
};

/** The same for somebody who must stay unknown: no cookie goes along, not even of a person who is signed in. */
export const anonymous = {
  get: <T>(path: string) => send<T>("GET", path, undefined, "omit"),
  post: <T>(path: string, body: unknown) => send<T>("POST", path, body, "omit"),
};

export function queryString(query: Query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  return given.length === 0 ? "" : `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`;
}

/** Called when somebody who was working has to sign in again. Returns how to stop listening. */
export function onSignInNeeded(listener: (why: SignInNeeded) => void) {
  signInListeners.add(listener);
  return () => void signInListeners.delete(listener);
}

const signInListeners = new Set<(why: SignInNeeded) => void>();

async function send<T>(method: string, path: string, body?: unknown, credentials: RequestCredentials = "same-origin"): Promise<T> {
  const headers: Record<string, string> = { accept: "application/json, application/problem+json" };
  if (body !== undefined) {
    headers["content-type"] = "application/json";
  }
  if (method !== "GET" && credentials !== "omit") {
    headers["x-xsrf-token"] = csrfToken();
  }
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers,
      credentials,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (error) {
    throw asProblem(error);
  }
  return answer<T>(response.status, await response.text());
}

/** Sends a file as it is, telling how much has gone (0 to 1). `fetch` cannot tell, so this is the older call. */
function upload<T>(path: string, file: Blob, contentType: string, onProgress?: (share: number) => void, method: "POST" | "PUT" = "POST"): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, path);
    request.setRequestHeader("accept", "application/json, application/problem+json");
    request.setRequestHeader("content-type", contentType);
    request.setRequestHeader("x-xsrf-token", csrfToken());
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) {
        onProgress?.(event.loaded / event.total);
      }
    });
    request.addEventListener("error", () => reject(asProblem(undefined)));
    request.addEventListener("load", () => {
      try {
        resolve(answer<T>(request.status, request.responseText));
      } catch (error) {
        reject(asProblem(error));
      }
    });
    request.send(file);
  });
}

function answer<T>(status: number, text: string): T {
  const body = parse(text);
  if (status >= 200 && status < 300) {
    return body as T;
  }
  const problem = problemFrom(status, body);
  const why = signInNeeded(problem);
  if (why !== undefined) {
    signInListeners.forEach((listener) => listener(why));
  }
  throw problem;
}

function parse(text: string): unknown {
  if (text === "") {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The token the gateway set as a cookie; it is read at each call because signing in again changes it. */
export function csrfToken(cookies: string = document.cookie) {
  const cookie = cookies.split("; ").find((entry) => entry.startsWith("XSRF-TOKEN="));
  return cookie === undefined ? "" : decodeURIComponent(cookie.slice("XSRF-TOKEN=".length));
}

export { Problem };
