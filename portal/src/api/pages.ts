/** So many rows at most come in one answer. */
export const mostRows = 200;

/**
 * A list that is needed whole, asked for page by page until its end.
 *
 * @param soFar is told after each page how many rows have come
 */
export async function whole<T>(page: (after: string | undefined) => Promise<{ items: T[]; next?: string }>, soFar?: (rows: number) => void): Promise<T[]> {
  const all: T[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await page(after);
    all.push(...items);
    soFar?.(all.length);
    after = next;
  } while (after !== undefined);
  return all;
}
