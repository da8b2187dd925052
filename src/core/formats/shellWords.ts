const spaces = " \t\r\n";

/**
 * Splits as Python's `shlex.split(text)` does, which botocore uses on section names: `profile "my team"` is two
 * words. `undefined` where a quote or an escape is left open; botocore leaves such a section out.
 */
export function shellWords(text: string): string[] | undefined {
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
      const end = plainEnd(text, at, quote);
      word = (word ?? "") + text.slice(at, end);
      at = end - 1;
    }
  }
  if (quote !== undefined) {
    return undefined;
  }
  return word === undefined ? words : [...words, word];
}

/** Where what stands for itself ends: its first character does. */
function plainEnd(text: string, start: number, quote: string | undefined): number {
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charAt(at);
    const isPlain =
      quote === undefined
        ? char !== "'" && char !== '"' && char !== "\\" && !spaces.includes(char)
        : char !== quote && (char !== "\\" || quote === "'");
    if (!isPlain) {
      return at;
    }
  }
  return text.length;
}
