import type { AwsApi } from "../../src/aws/api";
import type { Params } from "../../src/commands/command";
import type { ApiRequest, ServiceName } from "../../src/core/requests/request";
import type { Target } from "../../src/core/target";
import type { CommandWorld } from "../support/commandWorld";
import type { Refusals, Trait } from "../wire/changes/sentRequest";
import { isJson } from "./asked";

/** A column of the table: something that the extension sends. */
export type Operation = ReadOperation | ChangeOperation;

interface Common {
  /** The name in the table: the API's, and what tells it from others of the same name. */
  readonly name: string;
  readonly service: ServiceName;
  readonly action: string;
  readonly target: Target;
  /** What a user does that sends it. */
  readonly how: string;
  /** The calls of the AWS side that send it; none where nothing else is sent meanwhile. */
  readonly calls: readonly (keyof AwsApi)[];
  /** Whether a request is this operation. */
  readonly is: (params: URLSearchParams) => boolean;
  /** What it is refused with where something is in its way, and the kind of that. */
  readonly refusals: Refusals;
}

export interface ReadOperation extends Common {
  readonly kind: "read" | "list" | "dryRun";
  /**
   * Where its failure is shown: a row, a question's notes, a step of the way that `ask` answers with, what it was asked
   * for, or the log alone.
   */
  readonly shownIn: "row" | "question" | "step" | "outcome" | "log";
  /** Makes the extension send it, everything around it having been loaded before. */
  readonly ask: (world: CommandWorld) => Promise<unknown>;
}

export interface ChangeOperation extends Common {
  readonly kind: "change";
  readonly traits: readonly Trait[];
  /** The command that sends it. */
  readonly command: string;
  /** Brings about what the change needs. The params are complete, and confirmed. */
  readonly prepare: (world: CommandWorld) => Promise<Params>;
  /** The same in a world in which it was made already, where that is less work than a new one. */
  readonly again?: (world: CommandWorld, params: Params) => Promise<Params>;
}

/** What tells requests of one operation apart: the parameter, and the field of the input that it comes from. */
const marks = [
  ["DryRun", "DryRun"],
  ["CacheSecurityGroupName", "CacheSecurityGroupName"],
  ["Filter.1.Name", "Filters"],
] as const;

/** What a request says of its column. */
export function columnOf({ service, action, input }: ApiRequest) {
  const isIn = (params: URLSearchParams) =>
    marks.every(([param, field]) => params.has(param) === field in input);
  return {
    service,
    action,
    is: (params: URLSearchParams) => params.get("Action") === action && (isJson({ service }) || isIn(params)),
  };
}
