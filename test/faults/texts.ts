import type { Attempt } from "./attempt";
import { fieldsOf, isObject } from "./jsonTexts";

// Answers of the sandbox, changed as text: what is sent is no tree of anybody's parser. Those in JSON are objects, and an
// answer without a body has nothing that could be changed.

/** More at the end of the result. */
function withResult(text: string, inner: string): string {
  const end = /<\/\w+Result>/.exec(text)?.index ?? text.lastIndexOf("</");
  return `${text.slice(0, end)}${inner}${text.slice(end)}`;
}

/** The same as a member of an answer in JSON. */
function withMember(text: string, member: string): string {
  return text.replace(/\}$/, `${text === "{}" ? "" : ","}${member}}`);
}

/** Elements within elements, that nobody knows. */
export function withDepth(text: string): string {
  const [open, close] = isXml(text) ? ["<Deep>", "</Deep>"] : ["[", "]"];
  const deep = open.repeat(20_000) + close.repeat(20_000);
  return isXml(text) ? withResult(text, deep) : withMember(text, `"Deep":${deep}`);
}

/** Its last tag is missing, or what its last text ends with. */
export function withoutEnd(text: string): string {
  return text.slice(0, text.lastIndexOf(isXml(text) ? "</" : '"'));
}

/** A marker at the end of a page, as the service spells it. */
export function withMarker(text: string, marker: string, { operation }: Attempt): string {
  if (!isXml(text)) {
    return withMember(text, `"NextToken":"${marker}"`);
  }
  const name =
    operation.service === "ec2"
      ? "nextToken"
      : operation.action === "DescribeServerlessCaches"
        ? "NextToken"
        : "Marker";
  return withResult(text, `<${name}>${marker}</${name}>`);
}

/** The list that an answer is, with other entries in it. */
export function withEntries(text: string, change: (entries: string) => string): string {
  if (!isXml(text)) {
    return text.replace(/^(\{"\w+":\[)(.*)(\]\})$/s, (_, open, entries, close) => {
      return `${open}${change(`${entries},`).replace(/,$/, "")}${close}`;
    });
  }
  const opening = /(?:<\w+Result>|<\/requestId>)\s*<(\w+)>/.exec(text);
  const name = opening?.[1];
  if (!opening || name === undefined) {
    return text;
  }
  const start = opening.index + opening[0].length;
  const end = text.lastIndexOf(`</${name}>`);
  return `${text.slice(0, start)}${change(text.slice(start, end))}${text.slice(end)}`;
}

/** Every entry of a list twice, and every grant of a group. */
export function withEntriesTwice(text: string, { operation }: Attempt): string {
  const grants = text.replace(/<EC2SecurityGroup>.*?<\/EC2SecurityGroup>/gs, "$&$&");
  return operation.kind === "list" ? withEntries(grants, (entries) => entries.repeat(2)) : grants;
}

export function withStatus(status: string): (text: string) => string {
  return (text) =>
    text.replace(/<(\w*[sS]tatus|[sS]tate)>[^<]*<\/\1>|"(\w*Status|State)":"[^"]*"/g, (_, element, member) =>
      element === undefined ? `"${member}":"${status}"` : `<${element}>${status}</${element}>`,
    );
}

/** An element that nobody knows at the end of each that holds others. */
export function withNews(text: string): string {
  return isXml(text)
    ? text.replace(/(<\/\w+>|\/>)\s*<\//g, "$1<Shiny><New>1</New></Shiny></")
    : fieldsOf(text, (value) => (isObject(value) ? { ...value, Shiny: { New: 1 } } : value));
}

export function withoutTexts(text: string): string {
  return isXml(text)
    ? text.replace(/>[^<>]*[^<>\s][^<>]*</g, "><")
    : fieldsOf(text, (value) => (typeof value === "string" ? "" : value));
}

function isXml(text: string): boolean {
  return text.trimStart().startsWith("<");
}
