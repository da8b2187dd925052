import { distinctBy } from "../distinct";
import { escapeMarkdown } from "../formats/escapeMarkdown";
import { count } from "../plural";
import { targetKey } from "../target";
import type { Comparison, Difference, NotKnownPlace, Side } from "./compareMoments";
import { type PlaceName, placeKey, placeText } from "./moment";

/** A comparison as a page: who was let in, who is not any more, and what nobody can tell. */
export function comparisonMarkdown(comparison: Comparison): string {
  const { before, after, added, removed, notKnown, same } = comparison;
  const isOneTarget = targetKey(before) === targetKey(after);
  const [one, other] = [escapeMarkdown(before.profile), escapeMarkdown(after.profile)];
  const heads = isOneTarget
    ? { added: "Let in since", removed: "Not let in any more" }
    : {
        added: `Let in only in ${other}, ${escapeMarkdown(after.region)}`,
        removed: `Let in only in ${one}, ${escapeMarkdown(before.region)}`,
      };
  return [
    `# ${isOneTarget ? `Access in ${one}, ${escapeMarkdown(before.region)}` : `Access in ${one} and ${other}`}`,
    "",
    `**${escapeMarkdown(headline(comparison))}**`,
    "",
    `- Before: ${sideText(before)}`,
    `- After: ${sideText(after)}`,
    `- The same in both: ${count(same, "source")} of caches and cache security groups`,
    "",
    ...section(heads.added, added, isOneTarget),
    ...section(heads.removed, removed, isOneTarget),
    ...unknownSection(notKnown),
    isOneTarget
      ? "What security groups and cache security groups let in is compared, by IDs."
      : "What security groups and cache security groups let in is compared, by names: what is called alike is taken for alike.",
    "",
  ].join("\n");
}

function headline({ added, removed, notKnown }: Comparison): string {
  const open = notKnown.length > 0 ? ", and not all is known" : "";
  return added.length === 0 && removed.length === 0
    ? `No difference was found${open}`
    : `${added.length} more, ${removed.length} fewer${open}`;
}

function sideText({ profile, region, at, accountId }: Side): string {
  const account = accountId === undefined ? "" : `, account ${accountId}`;
  return escapeMarkdown(`${profile}, ${region}${account}, read ${at}`);
}

function section(head: string, differences: readonly Difference[], isOneTarget: boolean): readonly string[] {
  if (differences.length === 0) {
    return [];
  }
  const places = distinctBy(placeKey, differences);
  return [
    `## ${head}`,
    "",
    ...places.flatMap((place) => [
      `- ${placeWords(place)}${standing(place, isOneTarget)}`,
      ...differences
        .filter((each) => placeKey(each) === placeKey(place))
        .map(({ source }) => `  - ${escapeMarkdown(source)}`),
    ]),
    "",
  ];
}

/** Of a place that one side alone has, nothing more was changed than that. */
function standing({ placeIsNew, placeIsGone }: Difference, isOneTarget: boolean): string {
  if (placeIsNew) {
    return isOneTarget ? ", which is new" : ", which the other has not";
  }
  return placeIsGone ? (isOneTarget ? ", which is gone" : ", which the other has not") : "";
}

function placeWords(name: PlaceName): string {
  const what = "cacheId" in name ? "cache" : "cache security group";
  return `${what} ${escapeMarkdown(placeText(name))}`;
}

function unknownSection(notKnown: readonly NotKnownPlace[]): readonly string[] {
  return notKnown.length === 0
    ? []
    : ["## Not known", "", ...notKnown.map((each) => `- ${unknownText(each)}`), ""];
}

function unknownText({ source, at, why, ...name }: NotKnownPlace): string {
  const where = isNamed(name) ? `${placeWords(name)}: ` : "";
  const who = source === undefined ? "" : `whether ${escapeMarkdown(source)} was let in ${at}; `;
  return `${where}${who}${escapeMarkdown(`${at}, ${why}`)}`;
}

function isNamed(name: Partial<PlaceName>): name is PlaceName {
  return "cacheId" in name || "cacheSecurityGroupName" in name;
}
