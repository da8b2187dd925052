import { joined } from "../core/joined";
import { count } from "../core/plural";
import { type State, shownRegions } from "../store/state";
import { spoken } from "./description";
import { icons } from "./icons";
import { shortTooltip } from "./markdown";
import { openCaches, openWords } from "./openCounts";
import { ProfileRow } from "./profileRow";
import { type Row, type RowItem, rowId } from "./row";

/** Profiles that stand together on wish: of one account, of one sign-in, with one beginning of their names. */
export class ProfileGroupRow implements Row {
  readonly kind = "profileGroup";
  readonly parent = undefined;
  readonly id: string;
  readonly params = {};
  readonly #state: State;
  readonly #name: string;
  readonly #profiles: readonly string[];

  constructor(state: State, name: string, profiles: readonly string[]) {
    this.#state = state;
    this.#name = name;
    this.#profiles = profiles;
    this.id = rowId(this.kind, name);
  }

  item(): RowItem {
    const targets = this.#profiles.flatMap((profile) =>
      shownRegions(this.#state, profile).map((region) => ({ profile, region })),
    );
    const caches = openCaches(this.#state, targets);
    const [number, open] = [count(this.#profiles.length, "profile"), openWords(caches)];
    return {
      label: this.#name,
      description: joined(open, number),
      contextValue: this.kind,
      icon: icons.profileGroup,
      tooltip: shortTooltip(this.#name, [number, open]),
      accessibilityLabel: spoken(`Profiles of ${this.#name}`, number, open),
      openCaches: caches,
      open: "collapsed",
    };
  }

  children(): readonly Row[] {
    return this.#profiles.map((name) => new ProfileRow(this.#state, name, this));
  }
}
