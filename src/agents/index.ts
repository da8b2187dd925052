import type { CommandResult } from "../core/commandResult";
import { errorForLog } from "../core/errorForLog";
import { mayHaveBeenMade, nothingWasChanged } from "../core/failures/aftermath";
import { answerText } from "./answer";
import { explain } from "./explain";
import { type AnswerSize, fittedText } from "./fit";
import { listCacheAccess } from "./list/listCacheAccess";
import { applyPlan, type Confirmation, confirmationOf } from "./plan/applyPlan";
import type { IngressPlan } from "./plan/ingressPlan";
import { planCacheIngress } from "./plan/planCacheIngress";
import { PlanStore } from "./plan/planStore";
import type { AgentServices } from "./services";

/** A call as VS Code makes it, without its types. */
export interface ToolCall {
  readonly input: unknown;
  readonly signal: AbortSignal;
  readonly size?: AnswerSize;
}

export interface LoadedAgents {
  /** The text of a tool's result. Never rejects. */
  invoke(name: string, call: ToolCall): Promise<string>;
  /** What is to be asked before a tool is invoked, where anything is. */
  confirmation(name: string, input: unknown): Confirmation | undefined;
}

/** The one tool that changes anything. */
const applies = "apply_cache_ingress_plan";

type Tool = (call: ToolCall) => Promise<(room: number) => object>;

/** The language model tools, wired to what the commands work with. */
export function startAgents(services: AgentServices): LoadedAgents {
  const plans = new PlanStore<IngressPlan>(services.now);
  const tools: Readonly<Record<string, Tool | undefined>> = {
    list_cache_access: ({ input, signal }) => listCacheAccess(input, services, signal),
    explain_cache_reachability: ({ input }) => explain(input, services),
    plan_cache_ingress: ({ input }) => planCacheIngress(input, plans, services),
    [applies]: async ({ input, signal }) => {
      const result = await applyPlan(input, plans, signal);
      return (room) => withinRoom(result, room);
    },
  };
  return {
    invoke: async (name, call) => {
      try {
        const tool = tools[name];
        if (!tool) {
          return answerText(unexpected(`There is no tool ${name}`));
        }
        return await fittedText(await tool(call), call.size);
      } catch (error) {
        services.log(`${name}: ${errorForLog(error)}`, "error");
        return answerText(stopped(name));
      }
    },
    confirmation: (name, input) => (name === applies ? confirmationOf(input, plans) : undefined),
  };
}

/** A group with thousands of grants is the value of a change in it: what became of it matters more. */
function withinRoom(result: CommandResult, room: number): object {
  if (answerText(result).length <= room || !("value" in result)) {
    return result;
  }
  const { value: _, ...rest } = result;
  return { ...rest, valueLeftOut: "It is longer than this answer may be" };
}

/** A tool that was to change nothing has changed nothing; of the other nobody knows how far it has come. */
function stopped(name: string): CommandResult {
  const changes = name === applies;
  const message = `${name} stopped: a fault in the extension. ${changes ? mayHaveBeenMade : nothingWasChanged}`;
  return {
    outcome: "failed",
    failure: { kind: "unexpected", message, ...(changes ? { inDoubt: true } : {}) },
  };
}

function unexpected(message: string): CommandResult {
  return { outcome: "failed", failure: { kind: "unexpected", message } };
}
