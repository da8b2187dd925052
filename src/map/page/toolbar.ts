import { tagKeys } from "../../core/map/grouping";
import { emptyMap, type MapData } from "../../core/map/mapData";
import { showWords } from "../../core/map/mapReport";
import type { MapView } from "../../core/map/mapView";
import { element } from "./element";

type Change = (view: MapView) => void;

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What decides how the map is looked at: each control says its own name, and keeps it where its value is plain. */
export class Toolbar {
  readonly element = element("div", { class: "toolbar", role: "toolbar", "aria-label": "View" });
  readonly #filter = element("input", {
    ...{ type: "search", id: "filter", class: "filter", "aria-label": "Filter" },
    ...{ placeholder: "Filter sources and caches", spellcheck: "false" },
  });
  readonly #change: Change;
  #view: MapView;
  #data: MapData = emptyMap;
  #drawn = "";

  constructor(view: MapView, change: Change) {
    this.#view = view;
    this.#change = change;
    this.#filter.addEventListener("input", () => this.#set({ query: this.#filter.value }));
  }

  /** Draws the controls for a map, where they are others by now: one that is open would close. */
  set(data: MapData, view: MapView): void {
    [this.#data, this.#view] = [data, view];
    if (this.#filter.value !== view.query) {
      this.#filter.value = view.query;
    }
    const drawn = JSON.stringify([
      { ...view, query: "" },
      view.group === "tag" ? tagsOf(data) : [],
      view.compare ? listsOf(data)[view.compare.of] : [],
    ]);
    if (drawn === this.#drawn) {
      return;
    }
    this.#drawn = drawn;
    const focused = document.activeElement?.id;
    this.element.replaceChildren(
      this.#filter,
      this.#select("show", "Show", view.show, choices(showWords), (show) => this.#set({ show })),
      this.#select("group", "Group by", view.group, groupChoices, (group) => this.#set({ group })),
      ...this.#tag(),
      this.#select("rows", "Sort sources", view.rows, rowChoices, (rows) => this.#set({ rows })),
      this.#select("columns", "Sort caches", view.columns, columnChoices, (columns) =>
        this.#set({ columns }),
      ),
      ...this.#comparison(),
    );
    if (focused) {
      document.getElementById(focused)?.focus();
    }
  }

  #set(some: Partial<MapView>): void {
    this.#change({ ...this.#view, ...some });
  }

  #tag(): readonly HTMLElement[] {
    if (this.#view.group !== "tag") {
      return [];
    }
    const keys = tagsOf(this.#data).map((key) => ({ value: key, label: key }));
    const none = { value: "", label: keys.length === 0 ? "no tags" : "choose…" };
    return [this.#select("tag", "Tag", this.#view.tag, [none, ...keys], (tag) => this.#set({ tag }))];
  }

  /** What two caches, or two accounts, differ in. */
  #comparison(): readonly HTMLElement[] {
    const { compare, ...without } = this.#view;
    const kinds = [
      { value: "", label: "nothing" },
      { value: "cache", label: "two caches" },
      { value: "account", label: "two accounts" },
    ] as const;
    const kind = this.#select("compare", "Compare", compare?.of ?? "", kinds, (of) => {
      const [one, other] = of === "" ? [] : listsOf(this.#data)[of];
      this.#change(
        of === "" || !one
          ? without
          : { ...without, compare: { of, one: one.value, other: (other ?? one).value } },
      );
    });
    if (!compare) {
      return [kind];
    }
    const list = listsOf(this.#data)[compare.of];
    return [
      kind,
      this.#select("one", "One", compare.one, list, (one) => this.#set({ compare: { ...compare, one } })),
      this.#select("other", "Other", compare.other, list, (other) =>
        this.#set({ compare: { ...compare, other } }),
      ),
    ];
  }

  #select<Value extends string>(
    id: string,
    label: string,
    value: Value,
    options: readonly { readonly value: Value; readonly label: string }[],
    chosen: (value: Value) => void,
  ): HTMLElement {
    const select = element(
      "select",
      { id },
      ...options.map((option) => element("option", { value: option.value }, option.label)),
    );
    select.value = value;
    select.addEventListener("change", () => {
      const option = options.find((each) => each.value === select.value);
      if (option) {
        chosen(option.value);
      }
    });
    return element("label", { class: "choice", for: id }, `${label} `, select);
  }
}

function choices<Value extends string>(words: Readonly<Record<Value, string>>) {
  return Object.entries<string>(words).map(([value, label]) => ({ value: value as Value, label }));
}

const groupChoices = [
  { value: "target", label: "region" },
  { value: "account", label: "account" },
  { value: "vpc", label: "VPC" },
  { value: "tag", label: "tag" },
] as const;

const rowChoices = [
  { value: "attention", label: "attention" },
  { value: "name", label: "name" },
  { value: "reach", label: "reach" },
] as const;

const columnChoices = [
  { value: "attention", label: "attention" },
  { value: "name", label: "name" },
  { value: "sources", label: "sources" },
] as const;

function tagsOf({ columns, rows }: MapData): readonly string[] {
  return tagKeys([...columns, ...rows]);
}

/** What can be compared. */
function listsOf(data: MapData): Readonly<Record<"cache" | "account", readonly Choice[]>> {
  return { cache: cacheChoices(data), account: accountChoices(data) };
}

function cacheChoices({ columns }: MapData): readonly Choice[] {
  return columns.map(({ key, label, profile, region }) => ({
    value: key,
    label: `${label} (${profile} · ${region})`,
  }));
}

function accountChoices({ columns }: MapData): readonly Choice[] {
  const accounts = new Map<string, Set<string>>();
  for (const { account, profile } of columns) {
    if (account !== undefined) {
      accounts.set(account, (accounts.get(account) ?? new Set()).add(profile));
    }
  }
  return [...accounts].map(([account, profiles]) => ({
    value: account,
    label: `${account} (${[...profiles].join(", ")})`,
  }));
}
