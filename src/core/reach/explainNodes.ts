import { explain } from "./explain";
import { conclude, type Explanation, type Step } from "./explanation";
import type { Question } from "./question";
import type { Snapshot } from "./snapshot";

/** A cache of several nodes, or one that listens on several ports. */
export interface NodesQuestion {
  readonly from: Question["from"];
  readonly nodes: readonly { readonly id: string; readonly address: string }[];
  readonly ports: readonly number[];
}

/**
 * Whether a source reaches every node of a cache on every one of its ports. The steps are those of the first node
 * that is blocked, else is not known, else of all of them.
 */
export function explainNodes(snapshot: Snapshot, { from, nodes, ports }: NodesQuestion): Explanation {
  const explained = nodes.map(({ id, address }) => {
    const { verdict, steps } = worst(ports.map((port) => explain(snapshot, { from, to: { address }, port })));
    return { id, address, verdict, steps: steps.map((step): Step => ({ ...step, node: id })) };
  });
  if (explained.length === 0) {
    // A cache that is being created has no nodes yet, and nothing reaches it.
    return { verdict: "unknown", steps: [], nodes: [] };
  }
  return {
    ...worst(explained),
    nodes: explained.map(({ id, address, verdict }) => ({ id, address, verdict })),
  };
}

/** The first that is blocked, else is not known, else all of them. */
function worst(all: readonly Explanation[]): Explanation {
  const bad =
    all.find(({ verdict }) => verdict === "blocked") ?? all.find(({ verdict }) => verdict === "unknown");
  return conclude(bad?.steps ?? all.flatMap(({ steps }) => steps));
}
