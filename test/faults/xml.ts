import type { Attempt } from "./attempt";

// Answers of the sandbox, changed as text: what is sent is no tree of anybody's parser.

/** More at the end of the result. */
export function withResult(text: string, inner: string): string {
  const end = /<\/\w+Result>/.exec(text)?.index ?? text.lastIndexOf("</");
  return `${text.slice(0, end)}${inner}${text.slice(end)}`;
}

/** A marker at the end of a page, as the service spells it. */
export function withMarker(text: string, marker: string, { operation }: Attempt): string {
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
  return (text) => text.replace(/<(\w*[sS]tatus|[sS]tate)>[^<]*<\/\1>/g, `<$1>${status}</$1>`);
}

/** An element that nobody knows at the end of each that holds others. */
export function withNews(text: string): string {
  return text.replace(/(<\/\w+>|\/>)\s*<\//g, "$1<Shiny><New>1</New></Shiny></");
}

export function withoutTexts(text: string): string {
  return text.replace(/>[^<>]*[^<>\s][^<>]*</g, "><");
}
