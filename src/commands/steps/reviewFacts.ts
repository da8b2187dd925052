import type { Target } from "../../core/target";
import type { PickNote } from "../../ui/ui";
import { wholeNotes } from "../../ui/wholeNotes";
import type { Services } from "../command";

/** What a review says, each on a line of its own: nobody has to put it together. */
interface Facts {
  readonly who: string;
  readonly reaches: string;
  readonly through: string;
  readonly target: Target;
}

/** Who gets to reach what, through what, and as whom it is sent. */
export function reviewFacts(
  { who, reaches, through, target }: Facts,
  { state: { accounts } }: Services,
): readonly PickNote[] {
  const { profile, region } = target;
  const arn = accounts.get(profile)?.arn;
  return [
    ...wholeNotes("organization", `Who: ${who}`),
    ...wholeNotes("database", `May reach: ${reaches}`),
    ...wholeNotes("shield", `Through: ${through}`),
    ...wholeNotes("account", `As: profile ${profile} in ${region}${arn === undefined ? "" : `, ${arn}`}`),
  ];
}

/** The caches by name, their number first where it is more than one. `areAll`: whether no others can be meant. */
export function cacheNames(ids: readonly string[], areAll: boolean): string {
  const names = ids.length > 1 ? `${ids.length} caches: ${ids.join(", ")}` : ids.join("");
  return areAll ? names : `${names}, and perhaps others, of which not all is known`;
}
