import { icons } from "./icons";
import { type Row, type RowItem, rowId } from "./row";

/** Stands below a profile that names no region: there is nothing to show before one is chosen. */
export class ChooseRegionsRow implements Row {
  readonly kind = "chooseRegions";
  readonly parent: Row;
  readonly id: string;
  readonly params: { readonly profile: string };

  constructor(parent: Row, profile: string) {
    this.parent = parent;
    this.id = rowId(this.kind, profile);
    this.params = { profile };
  }

  item(): RowItem {
    return {
      label: "Choose regions…",
      description: "this profile names none",
      contextValue: this.kind,
      icon: icons.region,
      tooltip: "The profile has no `region` in the AWS files. Choose the regions to show for it.",
      accessibilityLabel: `Choose regions for ${this.params.profile}, which names none`,
      open: "leaf",
      command: "chooseRegions",
    };
  }
}
