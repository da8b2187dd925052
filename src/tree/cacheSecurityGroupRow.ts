import { type CacheSecurityGroup, letsInWords } from "../core/cacheSecurityGroups/cacheSecurityGroup";
import { joined } from "../core/joined";
import { branchState } from "../store/branch";
import type { State } from "../store/state";
import { spoken, staleNote } from "./description";
import { endingFirst } from "./endOfRow";
import { GrantRow } from "./grantRow";
import { icons } from "./icons";
import { tooltip } from "./markdown";
import { contextValue, type Row, type RowItem, rowId } from "./row";
import type { CacheSecurityGroupParams } from "./rowParams";

/** A cache security group; below it, who is let in. */
export class CacheSecurityGroupRow implements Row {
  readonly kind = "cacheSecurityGroup";
  readonly id: string;
  readonly parent: Row;
  readonly params: CacheSecurityGroupParams;
  readonly #state: State;

  constructor(state: State, parent: Row, params: CacheSecurityGroupParams) {
    this.#state = state;
    this.parent = parent;
    this.params = params;
    this.id = rowId(this.kind, params.profile, params.region, params.cacheSecurityGroupName);
  }

  group(): CacheSecurityGroup | undefined {
    return this.#state.groups.find(this.params, this.params.cacheSecurityGroupName);
  }

  item(): RowItem {
    const name = this.params.cacheSecurityGroupName;
    const group = this.group();
    const branch = this.#state.groups.get(this.params);
    const letsIn = group && letsInWords(group);
    const description = joined(letsIn, group?.description);
    return {
      label: name,
      description,
      contextValue: contextValue(this.kind, branchState(branch) === "stale" && "stale"),
      icon: icons.securityGroup,
      tooltip: tooltip(
        name,
        ["Description", group?.description],
        ["State", joined(letsIn, staleNote(branch))],
        ["Owner", group?.ownerId],
      ),
      accessibilityLabel: spoken(
        `Cache security group ${name}`,
        letsIn,
        group?.description,
        branchState(branch) === "stale" && "stale",
      ),
      open: group && group.grants.length > 0 ? "collapsed" : "leaf",
    };
  }

  children(): readonly Row[] {
    const grants = endingFirst(this.group()?.grants ?? [], (grant) =>
      this.#state.ends.ofGrant({ ...this.params, ...grant }),
    );
    return grants.map((grant) => new GrantRow(this.#state, this, this.params, grant));
  }
}
