// Botocore reads the files with Python's text functions, whose notion of white space is not JavaScript's:
// `trim` takes U+FEFF away (Python keeps it) and keeps U+001C to U+001F and U+0085 (Python takes them away).
// https://docs.python.org/3/library/stdtypes.html#str.isspace
const spaces = new Set(
  "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000",
);
const lineEnds = "\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029";
const lineEnd = new RegExp(`[${lineEnds}]`);

/** `str.strip()` */
export function strip(text: string): string {
  return stripEnd(text.slice(indentOf(text)));
}

/** `str.rstrip()` */
export function stripEnd(text: string): string {
  let end = text.length;
  while (end > 0 && spaces.has(text.charAt(end - 1))) {
    end--;
  }
  return text.slice(0, end);
}

/** How many white-space characters a line begins with. */
export function indentOf(line: string): number {
  let indent = 0;
  while (spaces.has(line.charAt(indent))) {
    indent++;
  }
  return indent;
}

/** The lines of a file opened in text mode, where `\r`, `\n` and `\r\n` all end one. */
export function* fileLines(text: string): Generator<string, void, undefined> {
  let from = 0;
  for (const { 0: end, index } of text.matchAll(/\r\n?|\n/g)) {
    yield text.slice(from, index);
    from = index + end.length;
  }
  yield text.slice(from);
}

/** `str.splitlines()`, which knows more line ends than files do. A `\r\n` gives an empty line besides. */
export function splitLines(text: string): string[] {
  return text.split(lineEnd);
}
