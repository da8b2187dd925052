import type { GrantName } from "../core/cacheSecurityGroups/cacheSecurityGroup";
import type { CacheName } from "../core/caches/cache";
import type { CommandResult } from "../core/commandResult";
import type { Params } from "../core/params";
import type { Rule } from "../core/rules/rule";
import type { Target } from "../core/target";
import type { State } from "../store/state";
import type { Ui } from "../ui/ui";

/** What the map works with. It changes nothing itself: what is to be done is a command's, guards included. */
export interface MapServices {
  readonly state: State;
  readonly ui: Pick<Ui, "pick" | "pickMany" | "progress" | "saveFile" | "tell">;
  readonly runCommand: (id: string, params: Params) => Promise<CommandResult>;
  /** Opens the way to a place in the tree. */
  readonly show: (place: Place) => Promise<void>;
  readonly log: (line: string) => void;
}

/** A row of the tree, by what it is about. */
export type Place = { readonly target: Target } & (
  | { readonly cache: CacheName; readonly rule?: Rule; readonly isPublic?: boolean }
  | { readonly cacheSecurityGroupName: string; readonly grant?: GrantName }
);
