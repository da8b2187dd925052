/** A value of an answer. Absent members are left out, as AWS does. */
export type XmlValue = string | number | boolean | Date | XmlObject | XmlList | undefined;

export interface XmlObject {
  readonly [member: string]: XmlValue;
}

/** A list in the Query protocols: one element that holds the items, each under the member's own name. */
export class XmlList {
  readonly member: string;
  readonly items: Iterable<XmlValue>;

  constructor(member: string, items: Iterable<XmlValue>) {
    this.member = member;
    this.items = items;
  }
}

/** The XML of one element and what is in it. Always well-formed, whatever the text holds. */
export function element(name: string, value: XmlValue, attributes = ""): string {
  if (value === undefined) {
    return "";
  }
  return `<${name}${attributes}>${content(value)}</${name}>`;
}

function content(value: Exclude<XmlValue, undefined>): string {
  if (typeof value === "string") {
    return escapeText(value);
  }
  if (typeof value === "number" || typeof value === "boolean") {
    return String(value);
  }
  if (value instanceof Date) {
    return value.toISOString();
  }
  let xml = "";
  if (value instanceof XmlList) {
    for (const item of value.items) {
      xml += element(value.member, item);
    }
    return xml;
  }
  for (const [member, inner] of Object.entries(value)) {
    xml += element(member, inner);
  }
  return xml;
}

// The characters that XML 1.0 cannot hold, not even as references: https://www.w3.org/TR/xml/#charsets
const illegal = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

// Nearly every text needs nothing done to it, and large answers have hundreds of thousands of texts.
const plain = /^[\w .:/()#,@[\]+=;{}!$*-]*$/;

/** Whether XML 1.0 can carry the text. */
export function isXmlText(text: string): boolean {
  return plain.test(text) || text.search(illegal) === -1;
}

function escapeText(text: string): string {
  if (plain.test(text)) {
    return text;
  }
  return text
    .replace(illegal, "\uFFFD")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/\r/g, "&#xD;");
}
