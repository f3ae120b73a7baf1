/** The number of signs a person counts: rare characters of two code units are one sign, outer blanks are none. */
export function signs(text: string | null | undefined) {
  return [...(text ?? "").trim()].length;
}

/** The form rule that a text has at least one sign and at most so many. */
export function withinLimit(limit: number, words: { required: string; tooLong: (limit: number, over: number) => string }, required: boolean) {
  return {
    validator: (_: unknown, text: string | undefined) => {
      const length = signs(text);
      if (required && length === 0) {
        return Promise.reject(new Error(words.required));
      }
      return length > limit ? Promise.reject(new Error(words.tooLong(limit, length - limit))) : Promise.resolve();
    },
  };
}
