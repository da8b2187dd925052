import type { Comparison } from "../../core/compare/compareMoments";
import { comparisonMarkdown } from "../../core/compare/comparisonMarkdown";
import { type Target, targetKey } from "../../core/target";
import type { Services } from "../command";

/** Shows a comparison as a page beside the tree. */
export async function showComparison(
  comparison: Comparison,
  again: () => Promise<Comparison>,
  services: Services,
): Promise<void> {
  const { before, after } = comparison;
  const text = comparisonMarkdown(comparison);
  const name =
    targetKey(before) === targetKey(after) ? nameOf(after) : `${nameOf(before)} and ${nameOf(after)}`;
  await services.ui.showText({
    name: `Access in ${name}.md`.replaceAll("/", "-"),
    text,
    actions: [
      {
        line: 0,
        title: "Run Again",
        run: () => void again().then((newer) => showComparison(newer, again, services)),
      },
      { line: 0, title: "Copy as Markdown", run: () => void services.ui.copy(text) },
      {
        line: 0,
        title: "Keep This Moment",
        run: () => void services.runCommand("keepMoment", { profile: after.profile, region: after.region }),
      },
    ],
  });
}

function nameOf({ profile, region }: Target): string {
  return `${profile}, ${region}`;
}
