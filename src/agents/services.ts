import type { authorizeGrants, revokeGrants } from "../changes/grants";
import type { authorizeRules, revokeRules } from "../changes/rules";
import type { runChange } from "../changes/run";
import type { ChangeServices } from "../changes/services";
import type { CommandResult } from "../core/commandResult";
import type { WriteLog } from "../core/logLevel";
import type { Params } from "../core/params";
import type { Explanation } from "../core/reach/explanation";

/**
 * What the tools work with. The driver and the changes are the commands' own: they are passed in, since a module of
 * theirs that keeps something would be there twice in a bundle of its own.
 */
export interface AgentServices extends ChangeServices {
  readonly runChange: typeof runChange;
  readonly changes: {
    readonly authorizeGrants: typeof authorizeGrants;
    readonly revokeGrants: typeof revokeGrants;
    readonly authorizeRules: typeof authorizeRules;
    readonly revokeRules: typeof revokeRules;
  };
  /** Explain Reachability by params, with nobody to ask and nothing to show. */
  readonly explain: (params: Params) => Promise<CommandResult<Explanation>>;
  readonly log: WriteLog;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
