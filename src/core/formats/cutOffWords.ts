import type { Became, CutOff } from "../journal/cutOff";

/** What became of a change whose window ended in the middle of it: `3 of 10 authorized, 1 in doubt, 6 not sent`. */
export function cutOffWords({ items, done }: Pick<CutOff, "items" | "done">): string {
  const [only] = items;
  if (only && items.length === 1) {
    return wordsOfOne[only.became] ?? done;
  }
  const number = (became: Became) => items.filter((item) => item.became === became).length;
  return [
    `${number("done")} of ${items.length} ${done}`,
    ...(["unchanged", "failed", "inDoubt", "notSent"] as const)
      .filter((became) => number(became) > 0)
      .map((became) => `${number(became)} ${became === "unchanged" ? `already ${done}` : words[became]}`),
  ].join(", ");
}

const words = {
  failed: "failed",
  inDoubt: "in doubt",
  notSent: "not sent",
} as const;

const wordsOfOne: Readonly<Partial<Record<Became, string>>> = {
  failed: "it had failed, and was to be tried again",
  inDoubt: "it may have been done",
  notSent: "it was not sent",
};
