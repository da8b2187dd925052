import { distinctBy } from "../distinct";
import { inSeconds } from "../inSeconds";
import { count } from "../plural";
import { escaped } from "../reach/escaped";
import { targetKey } from "../target";
import type { Comparison, Difference, NotKnownPlace, Side } from "./compareMoments";
import { type PlaceName, placeKey, placeText } from "./moment";

/** A comparison as a page: who was let in, who is not any more, and what nobody can tell. */
export function comparisonMarkdown(comparison: Comparison): string {
  const { before, after, added, removed, notKnown, same } = comparison;
  const isOneTarget = targetKey(before) === targetKey(after);
  const [one, other] = [escaped(before.profile), escaped(after.profile)];
  const heads = isOneTarget
    ? { added: "Let in since", removed: "Not let in any more" }
    : {
        added: `Let in only in ${other}, ${escaped(after.region)}`,
        removed: `Let in only in ${one}, ${escaped(before.region)}`,
      };
  return [
    `# ${isOneTarget ? `Access in ${one}, ${escaped(before.region)}` : `Access in ${one} and ${other}`}`,
    "",
    `**${escaped(headline(comparison, isOneTarget))}**`,
    "",
    `- ${isOneTarget ? "Before" : "One"}: ${sideText(before)}`,
    `- ${isOneTarget ? "After" : "Other"}: ${sideText(after)}`,
    `- The same in both: ${count(same, "source")} of caches and cache security groups`,
    "",
    ...section(heads.added, added, isOneTarget),
    ...section(heads.removed, removed, isOneTarget),
    ...unknownSection(notKnown, isOneTarget ? undefined : { before: nameOf(before), after: nameOf(after) }),
    isOneTarget
      ? "What security groups and cache security groups let in is compared, by IDs."
      : "What security groups and cache security groups let in is compared, by names: what is called alike is taken for alike.",
    "",
  ].join("\n");
}

function headline({ before, after, added, removed, notKnown }: Comparison, isOneTarget: boolean): string {
  const open = notKnown.length > 0 ? ", and not all is known" : "";
  if (added.length === 0 && removed.length === 0) {
    return `No difference was found${open}`;
  }
  return isOneTarget
    ? `${added.length} more, ${removed.length} fewer${open}`
    : `${added.length} only in ${nameOf(after)}, ${removed.length} only in ${nameOf(before)}${open}`;
}

function nameOf({ profile, region }: Side): string {
  return `${profile} (${region})`;
}

function sideText({ profile, region, at, accountId }: Side): string {
  const account = accountId === undefined ? "" : `, account ${accountId}`;
  return escaped(`${profile}, ${region}${account}, read ${inSeconds(at)}`);
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
        .map(({ source }) => `  - ${escaped(source)}`),
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
  return `${what} ${escaped(placeText(name))}`;
}

/** The sides by what they are called, where they are two targets: nothing is before or after then. */
type Called = Readonly<Record<NotKnownPlace["at"], string>>;

function unknownSection(notKnown: readonly NotKnownPlace[], called?: Called): readonly string[] {
  return notKnown.length === 0
    ? []
    : ["## Not known", "", ...notKnown.map((each) => `- ${unknownText(each, called)}`), ""];
}

function unknownText({ source, at: side, why, ...name }: NotKnownPlace, called?: Called): string {
  const where = isNamed(name) ? `${placeWords(name)}: ` : "";
  const at = called ? `in ${called[side]}` : side;
  const whether = called ? `${called[side]} lets in ${source}` : `${source} was let in ${at}`;
  const who = source === undefined ? "" : `whether ${whether}; `;
  return `${where}${escaped(`${who}${at}, ${why}`)}`;
}

function isNamed(name: Partial<PlaceName>): name is PlaceName {
  return "cacheId" in name || "cacheSecurityGroupName" in name;
}
