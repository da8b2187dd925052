import { unchanged } from "../core/commandResult";
import type { Row, RowKind } from "../tree/row";
import type { Command } from "./command";

/** The command that takes away what a row stands for. */
const removals: Partial<Record<RowKind, string>> = {
  cacheSecurityGroup: "deleteCacheSecurityGroup",
  grant: "revokeIngress",
  vpcSecurityGroup: "detachSecurityGroup",
  rule: "revokeVpcIngress",
};

/** Whether a command, called on a row, takes away what it stands for. */
export function removes({ id }: Pick<Command, "id">, { kind }: Row): boolean {
  return removals[kind] === id;
}

/** The Delete key in the tree: revokes, deletes or detaches what is selected. It always asks. */
export const removeSelected: Command = {
  id: "removeSelected",
  async run(_params, { tree, runOnRows }) {
    const rows = tree.selection();
    const command = rows[0] && removals[rows[0].kind];
    return command === undefined ? unchanged() : runOnRows(command, rows);
  },
};

/** Ctrl+C in the tree: copies the names of what is selected. */
export const copySelected: Command = {
  id: "copySelected",
  async run(_params, { tree, runOnRows }) {
    const rows = tree.selection();
    return rows.length === 0 ? unchanged() : runOnRows("copyName", rows);
  },
};
