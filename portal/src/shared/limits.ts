/** The number of signs a person counts: rare characters of two code units are one sign, outer blanks are none. */
export function signs(text: string | null | undefined) {
  return [...(text ?? "").trim()].length;
}

type Words = { required: string; tooShort: (least: number) => string; tooLong: (limit: number, over: number) => string };

/** The form rule that a text has at least one sign, or the least that is asked for, and at most so many. */
export function withinLimit(limit: number, words: Words, required: boolean, least = 1) {
  return {
    validator: (_: unknown, text: string | undefined) => {
      const length = signs(text);
      if (required && length === 0) {
        return Promise.reject(new Error(words.required));
      }
      if (length > 0 && length < least) {
        return Promise.reject(new Error(words.tooShort(least)));
      }
      return length > limit ? Promise.reject(new Error(words.tooLong(limit, length - limit))) : Promise.resolve();
    },
  };
}
