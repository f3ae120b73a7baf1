/** A catalogue of words as a choice: each key with its word. */
export const options = <K extends string>(words: Record<K, string>) => (Object.entries(words) as [K, string][]).map(([value, label]) => ({ value, label }));
