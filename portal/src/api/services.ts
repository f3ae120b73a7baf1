import type { paths as AwardPaths } from "../../target/client/award";
import type { paths as ReviewPaths } from "../../target/client/review";
import type { paths as SubmissionPaths } from "../../target/client/submission";
import { anonymous as stranger, api as http, queryString } from "./http";

/** Every address of the services, as they describe themselves; `client.mjs` makes the types before each build. */
type Services = SubmissionPaths & ReviewPaths & AwardPaths;

type Method = "get" | "post" | "put";

/** The addresses that know a method. */
export type Path<M extends Method> = { [P in keyof Services]: Services[P] extends Record<M, object> ? P : never }[keyof Services];

type Operation<P extends Path<M>, M extends Method> = Services[P] extends Record<M, infer O> ? O : never;

type Part<T> = [T] extends [undefined] ? unknown : NonNullable<T>;

/** What fills the braces of an address, and what is asked behind its `?`. */
export type Given<P extends Path<M>, M extends Method> = Operation<P, M> extends { parameters: { path?: infer InPath; query?: infer InQuery } } ? Part<InPath> & Part<InQuery> : never;

/** The same as the last argument of a call; it may be left out where the address wants nothing. */
export type Asking<P extends Path<M>, M extends Method = "get"> = object extends Given<P, M> ? [given?: Given<P, M>] : [given: Given<P, M>];

type ContentOf<T> = T extends { content: infer C } ? C[keyof C] : void;

/** What an address answers. */
export type Answer<P extends Path<M>, M extends Method = "get"> = Operation<P, M> extends { responses: infer R } ? ContentOf<R[keyof R & (200 | 201 | 202 | 204)]> : never;

/** One of a list that an address answers, whole or by pages. */
export type Row<P extends Path<"get">> = Answer<P> extends (infer T)[] | { items: (infer T)[] } ? T : never;

/** What an address takes. A service reads null like nothing at all. */
export type Body<P extends Path<M>, M extends Method = "post"> = Operation<P, M> extends { requestBody?: infer B } ? ([B] extends [undefined] ? undefined : OrNull<ContentOf<NonNullable<B>>>) : undefined;

/** What is sent, and what else the address wants; both may be left out where there is nothing to say. */
type Sending<P extends Path<M>, M extends Method> = [Body<P, M>] extends [undefined]
  ? object extends Given<P, M>
    ? [body?: undefined, given?: Given<P, M>]
    : [body: undefined, given: Given<P, M>]
  : [body: Body<P, M>, ...Asking<P, M>];

type OrNull<T> = T extends object ? { [K in keyof T]: undefined extends T[K] ? OrNull<T[K]> | null : OrNull<T[K]> } : T;

/** The services' calls: what goes there and what comes back is as the services say, or it does not compile. */
export const api = {
  get: <P extends Path<"get">>(path: P, ...[given]: Asking<P>) => http.get<Answer<P>>(address(path, given)),
  post: <P extends Path<"post">>(path: P, ...[body, given]: Sending<P, "post">) => http.post<Answer<P, "post">>(address(path, given), body),
  put: <P extends Path<"put">>(path: P, ...[body, given]: Sending<P, "put">) => http.put<Answer<P, "put">>(address(path, given), body),
  upload: <M extends "post" | "put", P extends Path<M>>(method: M, path: P, given: Given<P, M>, file: Blob, contentType: string, onProgress?: (share: number) => void) =>
    http.upload<Answer<P, M>>(address(path, given), file, contentType, onProgress, method === "put" ? "PUT" : "POST"),
};

/** The same without a cookie, for somebody who must stay unknown. */
export const anonymous = {
  get: <P extends Path<"get">>(path: P, ...[given]: Asking<P>) => stranger.get<Answer<P>>(address(path, given)),
  post: <P extends Path<"post">>(path: P, ...[body, given]: Sending<P, "post">) => stranger.post<Answer<P, "post">>(address(path, given), body),
};

/** The address as it is called: `/api/plans/{id}` of `{ id, edition }` is `/api/plans/7?edition=…`. */
export function address(path: string, given: object = {}) {
  const rest: Record<string, string | number | boolean | undefined> = { ...given };
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  return filled + queryString(rest);
}
