import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { CommandResult } from "../../src/core/commandResult";
import type { ElastiCacheAccess } from "../../src/extension";
import type { TreeRow } from "../../src/tree/readTree";

export function extension(): vscode.Extension<ElastiCacheAccess> | undefined {
  return vscode.extensions.getExtension<ElastiCacheAccess>("elasticache-access.elasticache-access");
}

/** The extension's API, as another extension gets it. */
export async function api(): Promise<ElastiCacheAccess> {
  const installed = extension();
  assert.ok(installed, "the extension is installed");
  return installed.activate();
}

/** Calls a command as a keybinding or another extension would. */
export async function call(command: string, params?: object): Promise<CommandResult> {
  return vscode.commands.executeCommand<CommandResult>(`elasticacheAccess.${command}`, params);
}

/** The tree, loaded whole. */
export async function wholeTree(): Promise<readonly TreeRow[]> {
  return (await api()).readTree({ expand: true });
}

/** The row at the end of a path of labels. */
export function rowAt(rows: readonly TreeRow[], ...labels: readonly string[]): TreeRow | undefined {
  const [first, ...rest] = labels;
  const row = rows.find(({ label }) => label === first);
  return rest.length === 0 ? row : row && rowAt(row.children ?? [], ...rest);
}

/** Reads what is loaded, again and again, until the row is as wanted. */
export async function until(
  wanted: (rows: readonly TreeRow[]) => boolean,
  what: string,
  milliseconds = 60_000,
): Promise<readonly TreeRow[]> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const rows = await (await api()).readTree();
    if (wanted(rows)) {
      return rows;
    }
    assert.ok(Date.now() < deadline, `${what} did not come: ${JSON.stringify(rows, undefined, 1)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
