import type { Failure } from "./failures";

/** All that is known of a failure, a line each, for whoever is asked for help. */
export function failureDetails(
  failure: Failure,
  { profile, region }: { readonly profile?: unknown; readonly region?: unknown } = {},
): string {
  const facts = [
    ["Kind", failure.kind],
    ["Profile", profile],
    ["Region", region],
    ["Code", failure.code],
    ["Missing permission", failure.action],
    ["Endpoint", failure.endpoint],
    ["Request ID", failure.requestId],
  ] as const;
  const lines = facts.flatMap(([name, value]) => (typeof value === "string" ? [`${name}: ${value}`] : []));
  return [failure.message, ...lines].join("\n");
}
