import { failedResult } from "../core/commandResult";
import type { Explanation } from "../core/reach/explanation";
import { waySourceFields } from "../core/reach/waySource";
import { asMany, lengthOf } from "./fit";
import { inputOf } from "./input";
import type { AgentServices } from "./services";

const fields = ["profile", "region", "cacheKind", "cacheId", ...waySourceFields, "port"];

/** The command's own value: whether a source reaches a cache, and the steps that say why. */
export async function explain(input: unknown, services: AgentServices): Promise<(room: number) => object> {
  const params = inputOf(input, fields);
  const result = params.ok ? await services.explain(params.value) : failedResult(params.failure);
  return (room) => (result.outcome === "done" && result.value ? fitted(result.value, room) : result);
}

/** Whole where it fits; else without the steps that are passed, and with as many nodes as there is room for. */
function fitted(explanation: Explanation, room: number): object {
  if (lengthOf([explanation]) <= room) {
    return explanation;
  }
  const { verdict, steps, nodes } = explanation;
  const left = asMany(
    steps.filter((step) => step.verdict !== "passes"),
    room * 0.7,
  );
  return {
    verdict,
    steps: left,
    stepsLeftOut: steps.length - left.length,
    ...(nodes ? { nodes: asMany(nodes, room * 0.2) } : {}),
  };
}
