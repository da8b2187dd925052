import type { Finding } from "./finding";

/** In the order of the packet's way, there and back; the last three come after the network. */
export const stepKinds = [
  "source",
  "sourceEgress",
  "sourceAclOut",
  "sourceRoute",
  "peering",
  "transitGateway",
  "virtualPrivateGateway",
  "destinationAclIn",
  "cacheIngress",
  "destinationAclOut",
  "returnRoute",
  "sourceAclIn",
  "name",
  "transport",
  "authentication",
] as const;

export type StepKind = (typeof stepKinds)[number];

/** One object on the way, and what it does with the connection. */
export interface Step extends Finding {
  readonly kind: StepKind;
  /** The node that it is about, where a cache has several. */
  readonly node?: string;
}

export type Verdict = "reachable" | "blocked" | "unknown";

export interface Explanation {
  readonly verdict: Verdict;
  readonly steps: readonly Step[];
  readonly nodes?: readonly { readonly id: string; readonly address: string; readonly verdict: Verdict }[];
}

export function asSteps(kind: StepKind, findings: readonly Finding[]): readonly Step[] {
  return findings.map((finding) => ({ kind, ...finding }));
}

/** One that blocks decides, else one that is not known does. A notice never counts. */
export function conclude(steps: readonly Step[]): Explanation {
  const has = (verdict: Step["verdict"]) => steps.some((step) => step.verdict === verdict);
  return { verdict: has("blocks") ? "blocked" : has("unknown") ? "unknown" : "reachable", steps };
}
