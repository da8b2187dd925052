/** The first element of a document, as far as its beginning tells. */
export interface XmlRoot {
  readonly name: string;
  /** Whether it is over with its own tag: `<x/>`. */
  readonly isEmpty: boolean;
}

/**
 * The root of an XML document, past its declaration, comments and spaces. Walks ahead by searches, so that no
 * text takes longer than its length: an expression that skips comments would try every way to part them.
 */
export function xmlRoot(text: string): XmlRoot | undefined {
  let at = 0;
  for (;;) {
    at = afterSpace(text, at);
    const end = text.startsWith("<?", at) ? "?>" : text.startsWith("<!--", at) ? "-->" : undefined;
    if (end === undefined) {
      break;
    }
    // What opens cannot be its own end: "<!-->" is none.
    const found = text.indexOf(end, at + (end === "?>" ? 2 : 4));
    if (found < 0) {
      return undefined;
    }
    at = found + end.length;
  }
  const name = /<([A-Za-z_][\w.-]{0,127})(?=[\s/>])/y;
  name.lastIndex = at;
  const tag = name.exec(text);
  const close = text.indexOf(">", at);
  return tag?.[1] === undefined ? undefined : { name: tag[1], isEmpty: close > 0 && text[close - 1] === "/" };
}

function afterSpace(text: string, start: number): number {
  let at = start;
  while (" \t\r\n\ufeff".includes(text.charAt(at)) && at < text.length) {
    at++;
  }
  return at;
}
