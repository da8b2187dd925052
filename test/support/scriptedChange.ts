import type { Change, Judged, Verdict } from "../../src/changes/change";
import { inverse } from "../../src/changes/change";
import type { Failure } from "../../src/core/failures/failures";
import { failed, succeeded } from "../../src/core/outcome";
import type { Target } from "../../src/core/target";

/** What a scripted change is of. */
export interface Thing extends Target {
  readonly name: string;
  /** What a look has told of it. */
  readonly seen?: string;
}

export function thing(name: string, profile = "dev"): Thing {
  return { profile, region: "us-west-2", name };
}

/** What a test says about a change. What is not said goes well: all is to be done, and each request is answered. */
export interface Script {
  /** What each look finds, by name; what the last one found is found again. */
  readonly looks?: readonly Readonly<Record<string, Verdict<string>>>[];
  /** The failures of the requests for a thing, before one that is answered. */
  readonly failures?: Readonly<Record<string, readonly Failure[]>>;
  /** Whatever else is particular to it. */
  readonly change?: Partial<Change<Thing, string>>;
  /** How taking back goes. */
  readonly undo?: Script;
}

/** A change that does what the script says, and writes down what it was made to do. */
export function scriptedChange(script: Script = {}, log: string[] = []): Change<Thing, string> {
  let looked = 0;
  const tries = new Map<string, number>();
  const { looks = [], failures = {}, undo } = script;
  const words = script.change?.command ?? "paint";
  return {
    command: words,
    title: "Paint",
    doing: (count) => `Painting ${count}`,
    done: "painted",
    undone: "somebody has painted it again",
    key: ({ profile, name }) => `${profile}/${name}`,
    scope: ({ name }) => name,
    look: async (items) => {
      log.push(`look ${items.map(({ name }) => name).join(" ")}`);
      const found = looks[Math.min(looked, looks.length - 1)] ?? {};
      looked += 1;
      return items.map(
        (item): Judged<Thing, string> => ({
          item: { ...item, seen: `look ${looked}` },
          verdict: found[item.name] ?? { kind: "toDo" },
        }),
      );
    },
    send: async ({ name }) => {
      log.push(`${words} ${name}`);
      const nth = tries.get(name) ?? 0;
      tries.set(name, nth + 1);
      const failure = failures[name]?.[nth];
      return failure ? failed(failure) : succeeded(`${name} is painted`);
    },
    alreadySo: ({ kind }) => kind === "alreadyAuthorized" || kind === "notFound",
    isPassing: ({ kind }) => kind === "throttled",
    unchanged: ({ name }) => `${name} was painted already`,
    end: async ({ name }) => ({ severity: "information", text: `${name} has dried`, canUndo: true }),
    undo: (made) =>
      inverse(
        scriptedChange(
          { ...undo, change: { command: "strip", title: "Strip", done: "stripped", ...undo?.change } },
          log,
        ),
        made.map(({ item }) => item),
      ),
    value: ({ name }, answer) => ({ name, answer }),
    fields: ({ profile, region, name }) => ({ profile, region, name }),
    ...script.change,
  };
}
