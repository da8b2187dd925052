import type { AwsApi } from "../aws/api";
import type { CommandId } from "../commandIds";
import type { CommandResult } from "../core/commandResult";
import type { Target } from "../core/target";
import type { Journal } from "../history/journal";
import type { ConcurrencyLimit } from "../store/concurrencyLimit";
import type { Follower } from "../store/follower";
import type { State } from "../store/state";
import type { AccessTree } from "../tree/accessTree";
import type { RecentSources } from "../ui/recent";
import type { Ui } from "../ui/ui";
import type { EditorSandbox } from "./editorSandbox";
import type { InstalledCli } from "./installedCli";

/** What commands work with. */
export interface Services {
  readonly state: State;
  readonly aws: () => Promise<AwsApi>;
  readonly follower: Follower;
  readonly lanes: ConcurrencyLimit;
  readonly tree: Pick<AccessTree, "find" | "read" | "reveal" | "show" | "showCaches" | "whileBusy">;
  readonly ui: Ui;
  readonly recent: RecentSources;
  readonly history: Pick<Journal, "read">;
  readonly sandbox: EditorSandbox;
  readonly writeSetting: (name: "profiles" | "regions" | "readOnly", value: unknown) => Promise<void>;
  /** Reads the AWS files again and takes up what changed in them: these targets are to be read again. */
  readonly takeUpChanges: () => Promise<readonly Target[]>;
  /** Which AWS CLI there is to run a remedy with. Asked when one is told, not before. */
  readonly installedCli: () => Promise<InstalledCli>;
  readonly showLog: () => void;
  readonly log: (line: string) => void;
}

/** The fields that callers may give. Read with the functions of `params.ts`: callers are not type-checked. */
export type Params = Readonly<Record<string, unknown>>;

/** A command: one entry of the table, one file of its own. */
export interface Command {
  /** Without the prefix `elasticacheAccess.`. */
  readonly id: CommandId;
  /** True for what changes something at AWS, so that the guards apply. */
  readonly changes?: boolean;
  /**
   * What several selected rows become: `items` in its params, each with the fields of a row, those of the
   * clicked row's kind or of any. Absent: it works on the clicked row alone.
   */
  readonly several?: "sameKind" | "anyKind";
  run(params: Params, services: Services): Promise<CommandResult>;
}
