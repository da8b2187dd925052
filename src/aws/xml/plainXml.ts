/** What an element holds: text, or elements by their names, in a list where several have the same. */
export type XmlValue = string | XmlElement;

export interface XmlElement {
  [name: string]: XmlValue | XmlValue[];
}

/** V8 makes a longer part of a text a view that keeps the whole of it, a page of half a megabyte, in memory. */
const longestCopied = 12;

const less = "<".charCodeAt(0);
const more = ">".charCodeAt(0);
const slash = "/".charCodeAt(0);

/**
 * The content of a document's root, as the SDK's own parser gives it, in a third of its time: that one goes through the
 * text character by character. Reads what AWS writes: elements, texts, the five named entities, attributes of the root.
 * `undefined` for everything else, what is broken included, which is then the SDK's to read or to refuse.
 */
export function plainXml(xml: string): XmlElement | undefined {
  if (xml.includes("<!") || xml.includes("\r")) {
    return undefined;
  }
  return new Reader(xml).root();
}

/** The first tag, past the declaration. */
const rootTag = /\s*(?:<\?xml[^?<>]*\?>\s*)?<([A-Za-z_][\w.-]*)((?:\s+[\w:.-]+="[^"<&]*")*)\s*>/y;
const attribute = /([\w:.-]+)="([^"]*)"/g;
const tagName = /[A-Za-z_][\w.-]*/y;

class Reader {
  readonly #xml: string;
  readonly #hasEntities: boolean;
  /** Which tag came after which: in a list it is the same each time, and is compared in place of being read. */
  readonly #next = new Map<string, string>();
  #at = 0;
  #previous = "";
  #isClosed = false;

  constructor(xml: string) {
    this.#xml = xml;
    this.#hasEntities = xml.includes("&");
  }

  root(): XmlElement | undefined {
    rootTag.lastIndex = 0;
    const [tag, name = "", attributes = ""] = rootTag.exec(this.#xml) ?? [];
    if (tag === undefined) {
      return undefined;
    }
    this.#at = tag.length;
    this.#previous = name;
    const content = this.#content(name);
    if (typeof content !== "object") {
      return undefined;
    }
    for (const [, key = "", value = ""] of attributes.matchAll(attribute)) {
      if (key === "__proto__") {
        return undefined;
      }
      content[key] = value;
    }
    return content;
  }

  /** What stands between a tag that was just read and its end, which is read too. */
  #content(name: string): XmlValue | undefined {
    const xml = this.#xml;
    let element: XmlElement | undefined;
    for (;;) {
      const from = this.#at;
      const open = xml.charCodeAt(from) === less ? from : xml.indexOf("<", from);
      if (open < 0) {
        return undefined;
      }
      if (xml.charCodeAt(open + 1) === slash) {
        const end = open + 2 + name.length;
        if (!xml.startsWith(name, open + 2) || xml.charCodeAt(end) !== more) {
          return undefined;
        }
        this.#at = end + 1;
        return element === undefined
          ? this.#text(from, open)
          : this.#isBlank(from, open)
            ? element
            : undefined;
      }
      if (!this.#isBlank(from, open)) {
        return undefined;
      }
      this.#at = open + 1;
      const child = this.#tag();
      const value = child === undefined ? undefined : this.#isClosed ? "" : this.#content(child);
      element ??= {};
      if (child === undefined || value === undefined || !add(element, child, value)) {
        return undefined;
      }
    }
  }

  /** The name of a tag, which is read to its end. */
  #tag(): string | undefined {
    const xml = this.#xml;
    const at = this.#at;
    const likely = this.#next.get(this.#previous);
    if (likely !== undefined && xml.startsWith(likely, at) && xml.charCodeAt(at + likely.length) === more) {
      this.#at = at + likely.length + 1;
      this.#previous = likely;
      this.#isClosed = false;
      return likely;
    }
    tagName.lastIndex = at;
    const name = tagName.exec(xml)?.[0];
    if (name === undefined) {
      return undefined;
    }
    const end = at + name.length;
    this.#isClosed = xml.charCodeAt(end) === slash;
    if (xml.charCodeAt(this.#isClosed ? end + 1 : end) !== more) {
      return undefined;
    }
    this.#next.set(this.#previous, name);
    this.#previous = name;
    this.#at = this.#isClosed ? end + 2 : end + 1;
    return name;
  }

  #text(from: number, to: number): string | undefined {
    if (from === to || this.#isBlank(from, to)) {
      return "";
    }
    const text = this.#xml.slice(from, to);
    if (this.#hasEntities && text.includes("&")) {
      return decoded(text);
    }
    return text.length > longestCopied ? copied(text) : text;
  }

  /** Whether it is the space between two lines, which is no text. */
  #isBlank(from: number, to: number): boolean {
    const first = this.#xml.charCodeAt(from);
    return from === to || ((first <= 32 || first > 127) && isLineBreak(this.#xml.slice(from, to)));
  }
}

function isLineBreak(text: string): boolean {
  return text.includes("\n") && text.trim() === "";
}

/** False for a name that every object has. */
function add(element: XmlElement, name: string, value: XmlValue): boolean {
  const before = element[name];
  if (before === undefined) {
    element[name] = value;
  } else if (Array.isArray(before)) {
    before.push(value);
  } else if (name in Object.prototype) {
    return false;
  } else {
    element[name] = [before, value];
  }
  return true;
}

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
};

function decoded(text: string): string | undefined {
  return /&(?!(?:amp|lt|gt|quot|apos);)/.test(text)
    ? undefined
    : text.replace(/&\w+;/g, (entity) => entities[entity] ?? entity);
}

/** The same text, which keeps nothing but itself. */
function copied(text: string): string {
  return ` ${text}`.slice(1);
}
