import { openQuestion, willBeOpen } from "../../core/reach/openWords";
import { type Around, type Everywhere, opensToEverybody } from "../../core/reach/ruleDangers";
import type { RuleContent } from "../../core/rules/rule";
import { ruleText } from "../../core/rules/ruleText";
import { shownLines } from "../../core/shownText";
import type { Target } from "../../core/target";
import type { Services } from "../command";

/** Rules that let everybody in, in their group. */
export interface Opening extends Target {
  readonly groupName: string;
  readonly rules: readonly RuleContent[];
  readonly everywhere: Everywhere;
}

/** What of some rules is to be asked again. */
export function openingOf(
  target: Target,
  groupName: string,
  rules: readonly RuleContent[],
  around: Around,
): Opening | undefined {
  const everywhere = opensToEverybody(rules, around);
  return everywhere && { ...target, groupName, rules, everywhere };
}

/** Asks again, in a modal, before anything is opened to everybody, and names what that comes to. */
export async function askEverybody(
  openings: readonly Opening[],
  { ui }: Pick<Services, "ui">,
): Promise<boolean> {
  if (openings.length === 0) {
    return true;
  }
  const ids = [...new Set(openings.flatMap(({ everywhere }) => everywhere.cacheIds))];
  const groups = [...new Set(openings.map(({ groupName }) => groupName))];
  return ui.confirm({
    message: openQuestion(ids, `what has ${groups.join(", ")}`),
    detail: shownLines([
      ...openings.flatMap(({ rules, groupName, region, profile }) => [
        `${rules.map((rule) => ruleText(rule)).join(", ")}, through ${groupName} (${region}, profile ${profile})`,
      ]),
      "",
      ...openings.map(({ everywhere: { answer, cacheIds }, groupName }) =>
        willBeOpen(cacheIds.length > 0 ? cacheIds : [`What has ${groupName}`], answer === "yes"),
      ),
    ]),
    action: "Authorize",
  });
}
