import { constants, createPublicKey, generateKeyPairSync, type KeyObject, privateDecrypt, verify } from "node:crypto";
import { describe, expect, it } from "vitest";
import { drawToken, finishToken, fromText, toText } from "./token";

const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const spki = publicKey.export({ type: "spki", format: "der" }).toString("base64");

/** What the desk does: the bare RSA operation on what it is shown. */
function desk(blinded: string, key: KeyObject = privateKey) {
  return toText(privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, fromText(blinded)));
}

describe("a ballot's token", () => {
  it("is signed without being seen, and holds as an ordinary RSA-PSS signature", async () => {
    const drawn = await drawToken(spki);
    const token = await finishToken(drawn, desk(drawn.blinded));

    expect(fromText(token.prepared)).toHaveLength(64);
    expect(drawn.blinded).not.toContain(token.signature);
    const key = { key: createPublicKey(publicKey.export({ type: "spki", format: "pem" })), padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
    expect(verify("sha384", fromText(token.prepared), key, fromText(token.signature))).toBe(true);
  });

  it("is another one each time", async () => {
    const [one, other] = await Promise.all([drawToken(spki), drawToken(spki)]);

    expect(one.prepared).not.toBe(other.prepared);
    expect(one.blinded).not.toBe(other.blinded);
  });

  it("is refused when somebody else signed it", async () => {
    const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
    const drawn = await drawToken(spki);

    await expect(finishToken(drawn, desk(drawn.blinded.replace(/^./, "A"), stranger))).rejects.toThrow();
  });
});
