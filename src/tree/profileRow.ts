import { joined } from "../core/joined";
import { isProtected } from "../core/settings";
import { type State, shownRegions } from "../store/state";
import { ChooseRegionsRow } from "./chooseRegionsRow";
import { spoken } from "./description";
import { guardWords } from "./guardWords";
import { icons } from "./icons";
import { openCaches, openWords } from "./openCounts";
import { RegionRow } from "./regionRow";
import { contextValue, type Row, type RowIcon, type RowItem, rowId } from "./row";

/** A profile of the AWS files, or of the sandbox. */
export class ProfileRow implements Row {
  readonly kind = "profile";
  readonly parent: Row | undefined;
  readonly id: string;
  readonly params: { readonly profile: string };
  readonly #state: State;

  /** `parent`: what it is grouped by, where it is. */
  constructor(state: State, profile: string, parent?: Row) {
    this.#state = state;
    this.parent = parent;
    this.id = rowId(this.kind, profile);
    this.params = { profile };
  }

  item(): RowItem {
    const { profile } = this.params;
    const identity = this.#state.accounts.get(profile);
    const settings = this.#state.settings();
    const own = this.#state.profiles.get(profile);
    const sandbox = own?.origin === "sandbox";
    const number = openCaches(
      this.#state,
      shownRegions(this.#state, profile).map((region) => ({ profile, region })),
    );
    const open = openWords(number);
    const guarded = isProtected(settings, profile);
    const guards = guardWords(settings, profile);
    return {
      label: profile,
      description: joined(identity?.accountId, open, guards),
      contextValue: contextValue(this.kind, sandbox && "sandbox", guarded && "protected"),
      icon: profileIcon(sandbox, guarded, settings.readOnly),
      accessibilityLabel: spoken(
        `Profile ${profile}`,
        identity && `account ${identity.accountId}`,
        open,
        guards,
      ),
      openCaches: number,
      open: "collapsed",
    };
  }

  children(): readonly Row[] {
    const { profile } = this.params;
    const regions = shownRegions(this.#state, profile);
    return regions.length === 0
      ? [new ChooseRegionsRow(this, profile)]
      : regions.map((region) => new RegionRow(this.#state, this, { profile, region }));
  }
}

function profileIcon(isSandbox: boolean, isProtected: boolean, isReadOnly: boolean): RowIcon {
  if (isSandbox) {
    return icons.sandbox;
  }
  return isProtected ? icons.protectedProfile : isReadOnly ? icons.readOnly : icons.profile;
}
