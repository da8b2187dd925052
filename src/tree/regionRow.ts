import { joined } from "../core/joined";
import { regionLongName } from "../core/regions";
import type { Target } from "../core/target";
import { branchState } from "../store/branch";
import { type State, shownRegions } from "../store/state";
import { cacheSecurityGroupsRow } from "./cacheSecurityGroupsRow";
import { cachesRow } from "./cachesRow";
import { readAtWords, spoken, staleNote } from "./description";
import { failureRows, type MakeFailureRows } from "./failureRows";
import { icons } from "./icons";
import { tooltip } from "./markdown";
import { openCaches, openWords } from "./openCounts";
import { contextValue, type Row, type RowItem, rowId } from "./row";
import { ownFailures, targetFailures } from "./targetFailures";

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
    const number = openCaches(this.#state, [this.params]);
    const open = openWords(number);
    return {
      label: region,
      description: joined(staleNote(groups), longName, open),
      contextValue: contextValue(this.kind, stale && "stale"),
      icon: icons.region,
      tooltip: tooltip(
        region,
        ["Name", longName],
        ["Profile", profile],
        ["Read at", readAtWords(this.#state.caches.get(this.params)) || readAtWords(groups)],
      ),
      accessibilityLabel: spoken(`Region ${region}`, longName, staleNote(groups), open),
      openCaches: number,
      // One region alone is what its profile was opened for.
      open: shownRegions(this.#state, profile).length === 1 ? "expanded" : "collapsed",
    };
  }

  /** What fails for the whole target, and the sections; that of the generation of today first where it is the only one. */
  children(): readonly Row[] {
    const { groups, caches } = this.#state;
    const shared = targetFailures(this.#state, this.params);
    const profile = this.#state.profiles.get(this.params.profile);
    const rowsOfFailures: MakeFailureRows = (section, some) =>
      failureRows(section, ownFailures(this.#state, this.params, some), profile);
    const classic = cacheSecurityGroupsRow(this.#state, this, this.params, rowsOfFailures);
    const today = cachesRow(this.#state, this, this.params, rowsOfFailures);
    const { value, failures } = caches.get(this.params);
    const [hasClassic, hasToday] = [
      groups.get(this.params).value !== undefined,
      value !== undefined || ownFailures(this.#state, this.params, failures).length > 0,
    ];
    const isRetired = groups.get(this.params).failure?.kind === "classicRetired";
    return [
      ...failureRows(this, shared, profile),
      ...(isRetired || (shared.length > 0 && !hasClassic) ? [] : [classic]),
      ...(shared.length > 0 && !hasToday ? [] : [today]),
      ...(isRetired ? [classic] : []),
    ];
  }

  /** Whose account it is: a fact for the profile's row, which the rows below do not wait for. */
  async load(): Promise<void> {
    await this.#state.accounts.load(this.params);
  }
}
