import { joined } from "../core/joined";
import { regionLongName } from "../core/regions";
import type { Target } from "../core/target";
import { branchState } from "../store/branch";
import type { State } from "../store/state";
import { cacheSecurityGroupsRow } from "./cacheSecurityGroupsRow";
import { cachesRow } from "./cachesRow";
import { spoken, staleNote } from "./description";
import { tooltip } from "./markdown";
import { openCount } from "./openCounts";
import { contextValue, type Row, type RowItem, rowId } from "./row";

/** A region of a profile: a target. */
export class RegionRow implements Row {
  readonly kind = "region";
  readonly id: string;
  readonly parent: Row;
  readonly params: Target;
  readonly #state: State;

  constructor(state: State, parent: Row, params: Target) {
    this.#state = state;
    this.parent = parent;
    this.params = params;
    this.id = rowId(this.kind, params.profile, params.region);
  }

  item(): RowItem {
    const { profile, region } = this.params;
    const longName = regionLongName(region) ?? "";
    const groups = this.#state.groups.get(this.params);
    const stale = branchState(groups) === "stale";
    const open = openCount(this.#state, [this.params]);
    return {
      label: region,
      description: joined(staleNote(groups), longName, open),
      contextValue: contextValue(this.kind, stale && "stale"),
      icon: { id: "globe" },
      tooltip: tooltip(region, ["Name", longName], ["Profile", profile], ["State", staleNote(groups)]),
      accessibilityLabel: spoken(`Region ${region}`, longName, staleNote(groups), open),
      open: "collapsed",
    };
  }

  children(): readonly Row[] {
    return [
      cacheSecurityGroupsRow(this.#state, this, this.params),
      cachesRow(this.#state, this, this.params),
    ];
  }

  /** Whose account it is: a fact for the profile's row, which the rows below do not wait for. */
  async load(): Promise<void> {
    await this.#state.accounts.load(this.params);
  }
}
