import { cancelled, done, failedResult } from "../core/commandResult";
import type { TreeRow } from "../tree/readTree";
import type { Command } from "./command";
import { textParam } from "./params";

/** A row that matches, with the labels of those above it. */
export interface Match {
  readonly id: string;
  readonly contextValue: string;
  readonly label: string;
  readonly description: string;
  readonly path: readonly string[];
}

/** Finds rows by their words, in what is loaded. The one chosen is shown in the tree. */
export const find: Command = {
  id: "find",
  async run(params, { tree, ui }) {
    const query = textParam(params, "query");
    if (!query.ok) {
      return failedResult(query.failure);
    }
    const rows = flatten(await tree.read(), []);
    if (query.value !== undefined) {
      return done(matches(rows, query.value));
    }
    const answer = await ui.pick<Match>({
      at: { title: "Find" },
      placeholder: "A name, an account number, a region: in what is loaded",
      items: rows.map((row) => ({
        key: row.id,
        label: row.label,
        description: [row.description, ...row.path.toReversed()].filter(Boolean).join(" · "),
        value: row,
      })),
    });
    if (answer.kind !== "answer") {
      return cancelled;
    }
    await tree.show(answer.value.id);
    return done([answer.value]);
  },
};

function flatten(rows: readonly TreeRow[], path: readonly string[]): readonly Match[] {
  return rows.flatMap(({ id, contextValue, label, description, children }) => [
    { id, contextValue, label, description, path },
    ...flatten(children ?? [], [...path, label]),
  ]);
}

/** Every word of the query must stand in the row or above it, in whatever case. */
function matches(rows: readonly Match[], query: string): readonly Match[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ label, description, path }) => {
    const own = `${label} ${description}`.toLowerCase();
    const all = `${own} ${path.join(" ").toLowerCase()}`;
    return words.every((word) => all.includes(word)) && words.some((word) => own.includes(word));
  });
}
