import type { Target } from "../core/target";
import type { State } from "../store/state";
import { CacheSecurityGroupRow } from "./cacheSecurityGroupRow";
import { failureRows, type MakeFailureRows } from "./failureRows";
import { icons } from "./icons";
import type { Row } from "./row";
import { SectionRow } from "./sectionRow";

/** The section of a region that holds its cache security groups: the first generation. */
export function cacheSecurityGroupsRow(
  state: State,
  parent: Row,
  target: Target,
  rowsOfFailures: MakeFailureRows = failureRows,
): Row {
  return new SectionRow(parent, target, {
    kind: "cacheSecurityGroups",
    label: "Cache security groups",
    icon: icons.securityGroup,
    letsIn: ["Let in", "EC2 security groups, by name and owner"],
    branch: () => state.groups.get(target),
    load: () => state.groups.load(target),
    remark: ({ failure }) =>
      failure?.kind === "classicRetired"
        ? {
            word: "unavailable",
            text: "retired by AWS",
            inView: { label: "Retired by AWS", description: "cache security groups" },
            icon: icons.retired,
            isClosed: true,
          }
        : undefined,
    rows: (section, { value, failure }) => [
      ...rowsOfFailures(section, failure ? [failure] : []),
      ...(value ?? []).map(
        ({ name }) => new CacheSecurityGroupRow(state, section, { ...target, cacheSecurityGroupName: name }),
      ),
    ],
  });
}
