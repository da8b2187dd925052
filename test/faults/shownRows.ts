import type { Failure } from "../../src/core/failures/failures";
import type { Target } from "../../src/core/target";
import { rootRows } from "../../src/tree/roots";
import type { Row } from "../../src/tree/row";
import { shownItem } from "../../src/tree/shownItem";
import type { CommandWorld } from "../support/commandWorld";

/** A row as it is on the screen. */
export interface ShownRow {
  readonly id: string;
  readonly contextValue: string;
  readonly text: string;
  readonly isBusy: boolean;
  /** What a click tells. */
  readonly failure?: Failure;
}

/** Every row of a profile that is loaded. Sends nothing. */
export function shownRows({ services: { state } }: CommandWorld, { profile }: Target): readonly ShownRow[] {
  return below(rootRows(state).filter(({ params }) => "profile" in params && params.profile === profile));
}

/** The same, loaded first. */
export async function loadedRows(world: CommandWorld, target: Target): Promise<readonly ShownRow[]> {
  const { state } = world.services;
  await load(
    rootRows(state).filter(({ params }) => "profile" in params && params.profile === target.profile),
  );
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

function below(rows: readonly Row[]): readonly ShownRow[] {
  return rows.flatMap((row) => [shown(row), ...below(row.children?.() ?? [])]);
}

function shown(row: Row): ShownRow {
  const { label, description, contextValue, icon, tooltip } = shownItem(row.item());
  const words = `${contextValue} ${description}`;
  const { failure } = row.params;
  return {
    id: row.id,
    contextValue,
    // When it was read is another time each time.
    text: `${label} ${description} ${tooltip?.replace(/Read at: .*/, "")}`,
    isBusy:
      icon.id.endsWith("~spin") || /…|\b(?:authorizing|revoking|modifying|checking|reading)\b/.test(words),
    ...(failure ? { failure } : {}),
  };
}

/** Those that are not among the others, by their ids. */
export function lost(rows: readonly ShownRow[], among: readonly ShownRow[]): readonly string[] {
  const ids = new Set(among.map(({ id }) => id));
  return rows.filter(({ id }) => !ids.has(id)).map(({ id }) => id);
}

/** A row of what was read, and not of why it was not. */
export function isTold({ contextValue }: ShownRow): boolean {
  return !/^(?:failure|note)\b/.test(contextValue);
}
