/** One text of several sentences, the empty ones left out: a full-width stop brings its own room, after any other stop comes a space. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences
    .filter((sentence) => sentence !== "")
    .reduce((text, next) => (/[。！？；]$|^$/.test(text) ? text + next : `${text} ${next}`), "");
}
