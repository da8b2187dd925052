import type { Explanation, Step } from "./explanation";

/** What differs between two explanations of one way, a line each: most of all what a mend has come to. */
export function wayChanges(before: Explanation, after: Explanation): readonly string[] {
  const lines: string[] = [];
  if (before.verdict !== after.verdict) {
    lines.push(`It was ${before.verdict}, and is ${after.verdict} now.`);
  }
  const told = (steps: readonly Step[]) => new Map(steps.map((step) => [keyOf(step), step]));
  const [old, now] = [told(before.steps), told(after.steps)];
  for (const [key, step] of now) {
    const was = old.get(key);
    if (was === undefined ? isNews(step, before.steps) : was.verdict !== step.verdict) {
      lines.push(`${was ? `Was: ${was.text} ` : ""}Now: ${step.text}`);
    }
  }
  for (const [key, { verdict, text }] of old) {
    if (!now.has(key) && verdict !== "notice" && verdict !== "passes") {
      lines.push(`Gone: ${text}`);
    }
  }
  return lines;
}

/**
 * Whether a step is told that was none before. Of a way that was blocked the other nodes' steps were not told, and
 * those after the block neither: that they pass is nothing that has changed.
 */
function isNews({ kind, verdict, node }: Step, before: readonly Step[]): boolean {
  const wasInTheWay = before.some(
    (each) =>
      each.kind === kind && each.node === node && (each.verdict === "blocks" || each.verdict === "unknown"),
  );
  return verdict === "blocks" || verdict === "unknown" || (verdict === "passes" && wasInTheWay);
}

function keyOf({ kind, resource, node = "" }: Step): string {
  return [kind, resource, node].join(" ");
}
