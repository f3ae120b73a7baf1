/** A catalogue of words as a choice: each key with its word. */
export const options = <K extends string>(words: Record<K, string>) => (Object.entries(words) as [K, string][]).map(([value, label]) => ({ value, label }));

/** The word for what a service says; what has no word stands for itself. */
export const wordOf = (words: Readonly<Record<string, string>>, said: string) => words[said] ?? said;
