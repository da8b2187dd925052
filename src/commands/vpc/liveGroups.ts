import { firstSentence } from "../../core/failures/failures";
import { mergedByName, type VpcSecurityGroup } from "../../core/rules/vpcSecurityGroup";
import type { Target } from "../../core/target";
import type { PickEntry, PickNote } from "../../ui/ui";
import type { Services } from "../command";

/**
 * Lists the region's security groups in a picker, in the order of their names: those of the first page as soon as
 * they are read, then whenever the list has doubled, and all of them in the end. Where they cannot be listed, or
 * not to the end, a note says why.
 */
export async function showLiveGroups<T>(
  { aws }: Pick<Services, "aws">,
  target: Target,
  entriesOf: (groups: readonly VpcSecurityGroup[]) => readonly PickEntry<T>[],
  show: (entries: readonly PickEntry<T>[]) => void,
): Promise<void> {
  let groups: readonly VpcSecurityGroup[] = [];
  let shown = 0;
  const showAll = (...notes: readonly PickNote[]) => {
    shown = groups.length;
    show([...notes, ...entriesOf(groups)]);
  };
  const listed = await (await aws()).listVpcGroups(target, (page) => {
    groups = mergedByName(groups, page);
    if (groups.length >= 2 * shown) {
      showAll();
    }
  });
  if (!listed.ok) {
    showAll({ label: firstSentence(listed.failure.message), icon: "warning", note: true });
  } else if (shown < groups.length) {
    showAll();
  }
}

/** What else a group is found by: its description and its tags. */
export function groupDetail({ description, tags }: VpcSecurityGroup): string | undefined {
  const words = Object.entries(tags).map(([key, value]) => (value === "" ? key : `${key}=${value}`));
  const detail = [description, ...words].filter((word) => word !== "").join(" · ");
  return detail === "" ? undefined : detail;
}
