import { RSABSSA } from "@cloudflare/blindrsa-ts";

/**
 * A ballot's token before it is signed: the desk signs `blinded` and never sees `prepared`, the box sees `prepared`
 * and cannot tell who was at the desk (RFC 9474). All in base64url, so that it can be kept while the desk answers.
 */
export type Blinded = { publicKey: string; prepared: string; blinded: string; inverse: string };

/** As the box takes it. */
export type Token = { prepared: string; signature: string };

const suite = RSABSSA.SHA384.PSS.Randomized();
const MESSAGE = 32;

/** Draws a token and blinds it; `publicKey` is SubjectPublicKeyInfo in base64, as the ballot paper says it. */
export async function drawToken(publicKey: string): Promise<Blinded> {
  const prepared = suite.prepare(crypto.getRandomValues(new Uint8Array(MESSAGE)));
  const { blindedMsg, inv } = await suite.blind(await imported(publicKey), prepared);
  return { publicKey, prepared: toText(prepared), blinded: toText(blindedMsg), inverse: toText(inv) };
}

/** Takes the blinding off what the desk signed; throws when the signature is not the desk's. */
export async function finishToken(drawn: Blinded, signature: string): Promise<Token> {
  const finished = await suite.finalize(await imported(drawn.publicKey), fromText(drawn.prepared), fromText(signature), fromText(drawn.inverse));
  return { prepared: drawn.prepared, signature: toText(finished) };
}

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUPS = 6;

/** What the voter keeps: it stands in the published list once the ballot was counted, and says nothing of what was voted. */
export async function receiptOf(token: Pick<Token, "prepared">) {
  const head = new TextEncoder().encode("sihong-receipt");
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array([...head, ...fromText(token.prepared)])));
  const bits = [...digest].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const letters = Array.from({ length: GROUPS * 4 }, (_, n) => LETTERS[Number.parseInt(bits.slice(n * 5, n * 5 + 5), 2)]).join("");
  return letters.match(/.{4}/g)?.join("-") ?? "";
}

function imported(publicKey: string) {
  // the library reads modulus and exponent, hence extractable; there is nothing secret in a public key
  return crypto.subtle.importKey("spki", fromText(publicKey), { name: "RSA-PSS", hash: "SHA-384" }, true, ["verify"]);
}

export function toText(bytes: Uint8Array) {
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

export function fromText(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
}
