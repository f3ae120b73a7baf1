/**
 * Those whose SHA-256 of seed, newline and id comes first, as the platform draws them: anybody can
 * do this with the list and the seed.
 */
export async function sampleOf(list: readonly string[], size: number, seed: string) {
  const hashed = await Promise.all(list.map(async (id) => ({ id, hash: await sha256(`${seed}\n${id}`) })));
  return hashed
    .toSorted((one, other) => (one.hash < other.hash ? -1 : 1))
    .slice(0, size)
    .map(({ id }) => id);
}

async function sha256(text: string) {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
