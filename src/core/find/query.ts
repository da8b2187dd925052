import { type Cidr, cidrOf, contains } from "../rules/cidr";

/** What a search looks at of one thing. */
export interface Searched {
  /** What is shown of it. */
  readonly shown: string;
  /** What else it is known by: endpoints, IDs, ARNs, tags, owners. */
  readonly terms: readonly string[];
  /** The first labels that hosts of it have in their names: its own, and those of its nodes. */
  readonly hosts: readonly string[];
  /** The blocks of addresses that it stands for. */
  readonly blocks: readonly Cidr[];
  /** What is shown of the things above it. */
  readonly above: string;
}

interface Word {
  readonly text: string;
  /** Where it is an address or a block: what holds all of it is meant as well. */
  readonly block: Cidr | undefined;
  /** The labels of a host's name. */
  readonly labels: readonly string[];
}

/** What is longer than this was pasted by mistake: its beginning is looked for. */
const longest = 1_000;

/** What was typed or pasted, as words in any order: each must be found, and one of them in the thing itself. */
export function parseQuery(text: string): readonly Word[] {
  return text
    .slice(0, longest)
    .split(/\s+/)
    .flatMap((piece) => {
      const word = withoutWrapping(piece.toLowerCase());
      if (word === "") {
        return [];
      }
      const labels =
        word.endsWith(".amazonaws.com") || word.endsWith(".amazonaws.com.cn") ? word.split(".") : [];
      return [{ text: word, block: cidrOf(word), labels }];
    });
}

/** Whether a thing is what was looked for. Nothing is, where nothing was typed. */
export function isMatch(words: readonly Word[], thing: Searched): boolean {
  const { shown, terms, above } = thing;
  const own = [shown, ...terms].map((text) => text.toLowerCase());
  const around = above.toLowerCase();
  const isOwn = words.map((word) => isIn(word, own, thing));
  return isOwn.includes(true) && words.every(({ text }, index) => isOwn[index] || around.includes(text));
}

/** Whether a list shows a thing for what is typed: all of it, where nothing was. */
export function isShownFor(words: readonly Word[], thing: Searched): boolean {
  return words.length === 0 || isMatch(words, thing);
}

function isIn({ text, block, labels }: Word, own: readonly string[], { hosts, blocks }: Searched): boolean {
  return (
    own.some((each) => each.includes(text)) ||
    (block !== undefined && blocks.some((outer) => contains(outer, block))) ||
    // The address of one node, where AWS tells that of its cache alone: the node's name is one of the first labels.
    labels.slice(0, 3).some((label) => hosts.includes(label))
  );
}

/** Out of an error's text or a connection string: without the scheme, whoever signs in, the port, and the marks around. */
function withoutWrapping(word: string): string {
  const bare = word.replace(/^["'`(<[{]+|["'`)>\]},;.!?]+$/g, "").replace(/^[a-z][a-z0-9+.-]*:\/\//, "");
  const host = bare.slice(bare.lastIndexOf("@") + 1);
  return /^[^:/\s]+\.[^:/\s]+(?::\d{1,5})?(?:\/.*)?$/.test(host) && /[a-z]/.test(host)
    ? host.replace(/[:/].*$/, "")
    : host.replace(/^(\d+\.\d+\.\d+\.\d+):\d{1,5}$/, "$1");
}
