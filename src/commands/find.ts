import { type CommandResult, cancelled, done } from "../core/commandResult";
import { isMatch, isShownFor, parseQuery } from "../core/find/query";
import { textParam } from "../core/given/texts";
import { joined } from "../core/joined";
import type { Findable } from "../tree/findable";
import type { PickEntry } from "../ui/ui";
import type { Command, Services } from "./command";
import { further, loadRest } from "./further";
import { withRead } from "./heads";

/** A row that matches, with the labels of those above it. */
export type Match = Pick<Findable, "id" | "contextValue" | "label" | "description" | "path">;

/** What is chosen: a row, or to look where nobody has looked yet. */
type Choice = { readonly row: Findable } | "further";

/** Finds what is in the chosen profiles and regions by its words. What is loaded is there at once. */
export const find: Command = {
  id: "find",
  run: (params, services) =>
    withRead(textParam(params, "query"), (query) =>
      query === undefined ? ask("", services) : findAll(query, services),
    ),
};

/** For whoever calls it with a query: what is loaded; where nothing of it matches, the rest too. */
async function findAll(query: string, services: Services): Promise<CommandResult> {
  const words = parseQuery(query);
  const search = async () => (await services.tree.findable()).filter((row) => isMatch(words, row));
  let rows = await search();
  if (rows.length === 0 && words.length > 0 && (await loadRest(services))) {
    rows = await search();
  }
  return done(rows.map(asMatch));
}

async function ask(typed: string, services: Services): Promise<CommandResult> {
  const rows = await services.tree.findable();
  const answer = await services.ui.pick<Choice>({
    at: { title: "Find" },
    placeholder: "Words in any order: a name, an endpoint, an address, an ID, a tag, an account",
    items: [...entries(rows), ...further(services)],
    typed,
    matches: (text) => {
      const words = parseQuery(text);
      return (choice) => choice !== "further" && isShownFor(words, choice.row);
    },
  });
  if (answer.kind !== "answer") {
    return cancelled;
  }
  if (answer.value === "further") {
    await loadRest(services);
    return ask(answer.typed ?? "", services);
  }
  await services.tree.show(answer.value.row.id);
  return done([asMatch(answer.value.row)]);
}

const headings: readonly (readonly [heading: string, ...kinds: Findable["kind"][]])[] = [
  ["Caches", "cache"],
  ["Cache security groups and grants", "cacheSecurityGroup", "grant"],
  ["VPC security groups and rules", "vpcSecurityGroup", "rule"],
  ["Profiles and regions", "profile", "region"],
];

function entries(rows: readonly Findable[]): readonly PickEntry<Choice>[] {
  return headings.flatMap(([separator, ...kinds]) => {
    const some = rows.filter(({ kind }) => kinds.includes(kind));
    return some.length === 0 ? [] : [{ separator }, ...some.map(entry)];
  });
}

function entry(row: Findable): PickEntry<Choice> {
  const { id, label, description, path, icon } = row;
  return {
    key: id,
    label,
    description: joined(description, ...path.toReversed()),
    icon: icon.replace(/~.*/, ""),
    value: { row },
  };
}

function asMatch({ id, contextValue, label, description, path }: Findable): Match {
  return { id, contextValue, label, description, path };
}
