import { ApiError, invalidValue } from "./apiError";
import { isXmlText } from "./xml";

/** The parameters of one request: a flat list of names and values, in which dots and numbers make structures. */
export class Params {
  readonly #values: ReadonlyMap<string, string>;

  constructor(values: ReadonlyMap<string, string>) {
    this.#values = values;
  }

  get(name: string): string | undefined {
    return this.#values.get(name);
  }

  /** The value, or nothing where it is missing or empty. */
  optional(name: string): string | undefined {
    return this.#values.get(name) || undefined;
  }

  /** The value, or ElastiCache's own refusal where it is missing or blank. */
  required(name: string): string {
    const value = this.#values.get(name);
    if (value !== undefined && value.trim() !== "") {
      return value;
    }
    throw invalidValue(`The parameter ${name} must be provided and must not be blank.`);
  }

  /** The values of a list of plain members: `GroupId.1`, `GroupId.2`…, or `Values.member.1`… */
  list(name: string): string[] {
    return this.#indexed(name).flatMap(([, values]) => {
      const value = values.get("");
      return value === undefined ? [] : [value];
    });
  }

  /** The parameters of one structure: `SecurityGroupRule.CidrIpv4`, `SecurityGroupRule.FromPort`… */
  structure(name: string): Params {
    const start = `${name}.`;
    const values = [...this.#values].filter(([key]) => key.startsWith(start));
    return new Params(new Map(values.map(([key, value]) => [key.slice(start.length), value])));
  }

  /** The members of a list of structures, each with its own parameters: `Filter.1.Name`, `Filter.1.Value.1`… */
  structures(name: string): Params[] {
    return this.#indexed(name).map(([, values]) => new Params(values));
  }

  #indexed(name: string): [number, Map<string, string>][] {
    const members = new Map<number, Map<string, string>>();
    for (const [key, value] of this.#values) {
      if (!key.startsWith(`${name}.`)) {
        continue;
      }
      const [, index, rest = ""] = /^(\d{1,9})(?:\.(.*))?$/s.exec(key.slice(name.length + 1)) ?? [];
      if (index === undefined) {
        continue;
      }
      const member = members.get(Number(index)) ?? new Map<string, string>();
      members.set(Number(index), member.set(rest, value));
    }
    return [...members].sort(([a], [b]) => a - b);
  }
}

/**
 * Reads `application/x-www-form-urlencoded` text, as it stands in bodies and in query strings. Strict where
 * URLSearchParams is lenient: broken percent encoding and broken UTF-8 are refused, never guessed at, and so
 * are characters that the XML of an answer could not give back.
 */
export function parseForm(text: string, into = new Map<string, string>()): Map<string, string> {
  for (const pair of text.split("&")) {
    if (pair === "") {
      continue;
    }
    const equals = pair.indexOf("=");
    const name = decode(equals === -1 ? pair : pair.slice(0, equals));
    const value = equals === -1 ? "" : decode(pair.slice(equals + 1));
    if (!isXmlText(name) || !isXmlText(value)) {
      throw invalidValue("A parameter holds a character that XML 1.0 cannot carry.");
    }
    if (!into.has(name)) {
      into.set(name, value);
    }
  }
  return into;
}

/** With a space for each `+`: in place, since there may be a million of them. */
function withSpaces(text: string): string {
  const units = Buffer.from(text, "utf16le");
  for (let at = 0; at < units.length; at += 2) {
    if (units[at] === plus && units[at + 1] === 0) {
      units[at] = space;
    }
  }
  return units.toString("utf16le");
}

const plus = 0x2b;
const space = 0x20;

/** Percent-decodes one name or value. */
export function decode(text: string): string {
  const spaced = text.includes("+") ? withSpaces(text) : text;
  // Most need nothing done to them, and a body may have hundreds of thousands.
  if (!spaced.includes("%")) {
    return spaced;
  }
  try {
    return decodeURIComponent(spaced);
  } catch {
    throw new ApiError("MalformedQueryString");
  }
}
