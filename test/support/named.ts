import assert from "node:assert/strict";
import type { PickEntry, PickManyEntry, Position } from "../../src/ui/ui";

/** The name of an icon before a text is read out like any other word. */
const icon = /^\$\([a-z~-]+\)/;

/** That a question has a name for whoever hears it: its title, what is asked, and what each entry is. */
export function assertNamed(
  at: Position,
  asked: string,
  entries: readonly (PickEntry<unknown> | PickManyEntry<unknown>)[] = [],
): void {
  assertName(at.title, "the title");
  assertName(asked, `what ${at.title} asks`);
  for (const entry of entries) {
    assertName("separator" in entry ? entry.separator : entry.label, `an entry of ${at.title}`);
  }
}

export function assertName(name: string, of: string): void {
  assert.match(name, /[\p{L}\p{N}]/u, `no name: ${of}`);
  assert.doesNotMatch(name, icon, `an icon in a name: ${of}`);
}
