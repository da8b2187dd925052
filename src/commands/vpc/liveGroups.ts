import { joined } from "../../core/joined";
import type { VpcSecurityGroup } from "../../core/rules/vpcSecurityGroup";
import type { Target } from "../../core/target";
import { listGroupsByName } from "../../store/listGroupsByName";
import { failureNote } from "../../ui/entries";
import { entryKey } from "../../ui/entryKey";
import type { PickEntry, PickItem } from "../../ui/ui";
import type { Services } from "../command";

/** Lists the region's security groups in a picker as they are read. Where not all can be, a note says why. */
export async function showLiveGroups<T>(
  { aws }: Pick<Services, "aws">,
  target: Target,
  entriesOf: (groups: readonly VpcSecurityGroup[]) => readonly PickEntry<T>[],
  show: (entries: readonly PickEntry<T>[]) => void,
): Promise<void> {
  await listGroupsByName(await aws(), target, (groups, failure) =>
    show([...(failure ? [failureNote(failure, target)] : []), ...entriesOf(groups)]),
  );
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
