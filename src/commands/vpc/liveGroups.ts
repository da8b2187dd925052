import { joined } from "../../core/joined";
import { mergedByName, type VpcSecurityGroup } from "../../core/rules/vpcSecurityGroup";
import type { Target } from "../../core/target";
import { failureNote } from "../../ui/entries";
import { entryKey } from "../../ui/entryKey";
import type { PickEntry, PickItem, PickNote } from "../../ui/ui";
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
    showAll(failureNote(listed.failure));
  } else if (shown < groups.length) {
    showAll();
  }
}

/** A security group in a list to pick from, with what else it is found by: its description and its tags. */
export function groupEntry<T>({ id, name, description, tags }: VpcSecurityGroup, value: T): PickItem<T> {
  const words = Object.entries(tags).map(([key, text]) => (text === "" ? key : `${key}=${text}`));
  const detail = joined(description, ...words);
  return {
    key: entryKey("group", id),
    label: name,
    description: id,
    ...(detail === "" ? {} : { detail }),
    icon: "shield",
    value,
  };
}
