import { type Cache, portsText } from "../core/caches/cache";
import { openToInternet } from "../core/caches/cacheFacts";
import { escapeMarkdown } from "../core/formats/escapeMarkdown";
import { spokenPorts } from "./description";
import { icons } from "./icons";
import { contextValue, type Row, type RowItem, rowId } from "./row";
import type { RowParams } from "./rowParams";

/** Stands below a public serverless cache: no security group decides about it, which is not the same as closed. */
export class PublicAccessRow implements Row {
  readonly kind = "publicAccess";
  readonly id: string;
  readonly parent: Row;
  readonly params: RowParams;
  readonly #cache: () => Cache;

  constructor(parent: Row, cache: () => Cache) {
    this.#cache = cache;
    this.parent = parent;
    this.params = parent.params;
    this.id = rowId(this.kind, parent.id);
  }

  item(): RowItem {
    const ports = portsText(this.#cache());
    return {
      label: "Anyone on the internet",
      description: `open · with elasticache:Connect · tcp · ${ports}`,
      contextValue: contextValue(this.kind, "open"),
      icon: icons.open,
      tooltip: escapeMarkdown(openToInternet),
      accessibilityLabel: `Open: anyone on the internet with the IAM permission elasticache:Connect, ${spokenPorts(ports)}`,
      open: "leaf",
    };
  }
}
