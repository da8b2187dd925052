import { startAgents } from "../../src/agents/index";
import { agentServices } from "../../src/commands/agentServices";
import type { CommandResult } from "../../src/core/commandResult";
import type { Expiry } from "../../src/core/expiry/expiry";
import type { Failure } from "../../src/core/failures/failures";
import type { CommandWorld } from "./commandWorld";
import { ScriptedUi } from "./scriptedUi";

/** What a tool answers, as far as tests look at it. */
export interface ToolAnswer {
  readonly summary: string;
  readonly caches: readonly ToolCache[];
  readonly cacheSecurityGroups?: readonly { readonly letsIn: readonly object[] }[];
  readonly notRead: readonly { readonly what: string; readonly why: string; readonly action?: string }[];
  readonly planId: string;
  readonly items: readonly ToolItem[];
  readonly expiresAt: string;
  readonly outcome: CommandResult["outcome"];
  readonly value: unknown;
  readonly expiry?: Expiry;
  readonly failure: Failure;
  readonly verdict: string;
  readonly steps: readonly object[];
}

interface ToolCache {
  readonly profile: string;
  readonly cacheId: string;
  readonly access: string;
  readonly securityGroups?: readonly {
    readonly securityGroupId: string;
    readonly letsIn: readonly object[];
  }[];
}

interface ToolItem {
  readonly text: string;
  readonly verdict: { readonly kind: string; readonly why?: string; readonly failure?: Failure };
  readonly warnings: readonly string[];
  readonly expires?: string;
  readonly caches?: readonly string[];
}

/** Calls tools as a model does, in a world whose user answers nothing: no tool asks anybody. */
export function agentsIn(world: CommandWorld, now: () => number = Date.now) {
  const ui = new ScriptedUi();
  const agents = startAgents({ ...agentServices(world.servicesFor(ui)), now });
  return {
    ui,
    agents,
    text: (name: string, input: unknown, signal = new AbortController().signal) =>
      agents.invoke(name, { input, signal }),
    call: async (name: string, input: unknown): Promise<ToolAnswer> =>
      JSON.parse(await agents.invoke(name, { input, signal: new AbortController().signal })),
  };
}
