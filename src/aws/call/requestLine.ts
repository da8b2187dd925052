import type { Failure } from "../../core/failures/failures";
import type { Target } from "../../core/target";
import type { Operation } from "../failures/call";

/** What is logged of one request. Names and numbers only: no key, no parameter, no answer. */
export interface RequestRecord {
  readonly operation: Pick<Operation, "service" | "action">;
  readonly target: Target;
  readonly result: { readonly status: number | undefined } | Failure;
  readonly attempts: number;
  readonly milliseconds: number;
  readonly requestId: string | undefined;
}

/** One line of the log: `elasticache DescribeCacheSecurityGroups dev/us-west-2: 200, 1 attempt, 35 ms, 817fa999-…` */
export function requestLine({
  operation,
  target,
  result,
  attempts,
  milliseconds,
  requestId,
}: RequestRecord): string {
  const outcome =
    "kind" in result
      ? [result.kind, result.code].filter(Boolean).join(" ")
      : String(result.status ?? "answered");
  const parts = [
    outcome,
    attempts === 1 ? "1 attempt" : `${attempts} attempts`,
    `${Math.round(milliseconds)} ms`,
    ...(requestId ? [requestId] : []),
  ];
  return `${operation.service} ${operation.action} ${target.profile}/${target.region}: ${parts.join(", ")}`;
}
