import type { Failure } from "../../src/core/failures/failures";
import type { Target } from "../../src/core/target";
import type { State } from "../../src/store/state";
import { tooltipOf } from "../../src/tree/onDemand";
import { rootRows } from "../../src/tree/roots";
import type { Row, RowItem } from "../../src/tree/row";
import { shownItem } from "../../src/tree/shownItem";
import type { CommandWorld } from "../support/commandWorld";

/** A row, as far as its words do not matter. */
export interface RowState {
  readonly id: string;
  readonly contextValue: string;
  readonly isBusy: boolean;
}

/** A row as it is on the screen. */
export interface ShownRow extends RowState {
  readonly text: string;
  /** What a click tells. */
  readonly failure?: Failure;
}

/** Every row of a profile that is loaded. Sends nothing. */
export function shownRows(world: CommandWorld, { profile }: Target): readonly ShownRow[] {
  const { state } = world.services;
  return rootsOf(world, profile).flatMap((row) => below(row, (each) => shown(each, state)));
}

/** The same, without the words that nobody looks at. */
export function rowStates(world: CommandWorld, { profile }: Target): readonly RowState[] {
  return rootsOf(world, profile).flatMap((row) => below(row, (each) => stateOf(each, each.item())));
}

function rootsOf({ services: { state } }: CommandWorld, profile: string): readonly Row[] {
  return rootRows(state).filter(({ params }) => "profile" in params && params.profile === profile);
}

/** The same, loaded first. */
export async function loadedRows(world: CommandWorld, target: Target): Promise<readonly ShownRow[]> {
  await load(rootsOf(world, target.profile));
  return shownRows(world, target);
}

async function load(rows: readonly Row[]): Promise<void> {
  await Promise.all(
    rows.map(async (row) => {
      await row.load?.();
      await load(row.children?.() ?? []);
    }),
  );
}

function below<T>(row: Row, of: (row: Row) => T): readonly T[] {
  return [of(row), ...(row.children?.() ?? []).flatMap((child) => below(child, of))];
}

function shown(row: Row, state: State): ShownRow {
  const item = shownItem(row.item());
  const { label, description } = item;
  const tooltip = item.tooltip ?? (row.kind === "cache" ? tooltipOf(state, row) : undefined);
  const { failure } = row.params;
  return {
    ...stateOf(row, item),
    // When it was read is another time each time.
    text: `${label} ${description} ${tooltip?.replace(/Read at: .*/, "")}`,
    ...(failure ? { failure } : {}),
  };
}

function stateOf({ id }: Row, item: RowItem): RowState {
  const { description, contextValue, icon } = item;
  const words = `${contextValue} ${description}`;
  return {
    id,
    contextValue,
    isBusy:
      icon.id.endsWith("~spin") || /…|\b(?:authorizing|revoking|modifying|checking|reading)\b/.test(words),
  };
}

/** Those that are not among the others, by their ids. */
export function lost(rows: readonly RowState[], among: readonly RowState[]): readonly string[] {
  const ids = new Set(among.map(({ id }) => id));
  return rows.filter(({ id }) => !ids.has(id)).map(({ id }) => id);
}

/** A row of what was read, and not of why it was not. */
export function isTold({ contextValue }: RowState): boolean {
  return !/^(?:failure|note)\b/.test(contextValue);
}
