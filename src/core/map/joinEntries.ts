import { distinctBy } from "../distinct";
import type { MapEntry } from "./entry";
import type { CellState } from "./mapData";

/** What decides where several rules and grants are about the same source and cache: what lets in now and stays. */
const decisive: readonly CellState[] = [
  ...(["public", "open", "reaches", "expiring", "changing"] as const),
  ...(["notKnown", "checking", "stale", "no"] as const),
];

/** Several rules and grants as one cell. */
export function joinEntries(entries: readonly MapEntry[]): {
  readonly state: CellState;
  readonly word: string;
  readonly why: string;
  readonly count: number;
} {
  const state = decisive.find((each) => entries.some((entry) => entry.state === each)) ?? "no";
  const deciding = entries.filter((entry) => entry.state === state);
  const ports = [...new Set(deciding.flatMap((entry) => entry.ports))].sort((a, b) => a - b);
  // A grant of the first generation is about no port: its status is what there is to say.
  const isByPort = state === "reaches" && deciding.every(({ by }) => by === "rule");
  const whys = distinctBy(({ why }) => why, [...deciding, ...entries]).map(({ why }) => why);
  return {
    state,
    word: isByPort ? ports.join(", ") : (deciding[0]?.word ?? ""),
    why: whys.join("\n"),
    count: entries.filter(({ by }) => by === "rule" || by === "grant").length,
  };
}
