const spaces = " \t\r\n";

/** No system takes a longer command line. */
const longest = 128 * 1024;

/** What stands for itself, in quotes and out of them. */
const plain = /[^ \t\r\n'"\\]+/y;

/**
 * Splits as Python's `shlex.split(text)` does, which botocore uses on section names: `profile "my team"` is two
 * words. `undefined` where a quote or an escape is left open, or where it is too long; botocore leaves such a section out.
 */
export function shellWords(text: string): string[] | undefined {
  if (text.length > longest) {
    return undefined;
  }
  const words: string[] = [];
  let word: string | undefined;
  let quote: string | undefined;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (quote === undefined && spaces.includes(char)) {
      if (word !== undefined) {
        words.push(word);
      }
      word = undefined;
    } else if (char === quote) {
      quote = undefined;
    } else if (quote === undefined && (char === "'" || char === '"')) {
      quote = char;
      word ??= "";
    } else if (char === "\\" && quote !== "'") {
      at++;
      if (at === text.length) {
        return undefined;
      }
      const escaped = text.charAt(at);
      // Within double quotes only the quote and the backslash can be escaped: before others it stands for itself.
      const kept = quote !== undefined && escaped !== quote && escaped !== "\\" ? "\\" : "";
      word = (word ?? "") + kept + escaped;
    } else {
      plain.lastIndex = at;
      const run = plain.exec(text)?.[0] ?? char;
      word = (word ?? "") + run;
      at += run.length - 1;
    }
  }
  if (quote !== undefined) {
    return undefined;
  }
  return word === undefined ? words : [...words, word];
}
