import type { AgentServices } from "../agents/services";
import { authorizeGrants, revokeGrants } from "../changes/grants";
import { authorizeRules, revokeRules } from "../changes/rules";
import { runChange } from "../changes/run";
import type { Services } from "./command";

/** What the tools get of the commands: the driver and the changes, of which there is to be one of each. */
export function agentServices(services: Services): AgentServices {
  return {
    ...services,
    runChange,
    changes: { authorizeGrants, revokeGrants, authorizeRules, revokeRules },
    explain: async (params) => (await import("./reaching")).explainGiven(params, services),
    now: Date.now,
  };
}
