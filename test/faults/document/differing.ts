import type { Operation } from "../operation";

/** More words than these for one cell are told by their beginnings. */
const mostWords = 4;

/** One text for many operations: what holds for most of them, and for which it is otherwise. */
export function differing(
  operations: readonly Operation[],
  wordsOf: (operation: Operation) => string,
): string {
  const byWords = new Map<string, Operation[]>();
  for (const operation of operations) {
    const words = wordsOf(operation);
    byWords.set(words, [...(byWords.get(words) ?? []), operation]);
  }
  const [most, ...others] = [...byWords].sort(([, a], [, b]) => b.length - a.length);
  if (byWords.size > mostWords) {
    return `${[...new Set([...byWords.keys()].map(withoutCode))].join(" or ")}, in each operation's own words`;
  }
  return [most?.[0], ...others.map(([words, some]) => `(${nameOf(some, operations)}: ${words})`)].join(" ");
}

function withoutCode(words: string): string {
  return words.replace(/^(`\w+`) [\w.]+/, "$1");
}

/** What the operations have in common that the others have not, or their names. */
function nameOf(some: readonly Operation[], all: readonly Operation[]): string {
  const [first] = some;
  const groups = [
    [
      first?.service === "ec2" ? "EC2" : first?.service,
      ({ service }: Operation) => service === first?.service,
    ],
    ["lists", ({ kind }: Operation) => kind === "list"],
    ["what is no list", ({ kind }: Operation) => kind !== "list"],
  ] as const;
  const group = groups.find(([, isIn]) => all.filter(isIn).length === some.length && some.every(isIn));
  return group?.[0] ?? some.map(({ name }) => name).join(", ");
}
