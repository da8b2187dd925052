import type { ChangeServices } from "../changes/services";
import type { CommandResult } from "../core/commandResult";
import type { WriteLog } from "../core/logLevel";
import type { Params } from "../core/params";
import type { Target } from "../core/target";
import type { Journal } from "../history/journal";
import type { Moments } from "../history/moments";
import type { SharedFilesPlace } from "../profiles/sharedConfig/files";
import type { EditorSandbox } from "../store/editorSandbox";
import type { AccessTree } from "../tree/accessTree";
import type { Row } from "../tree/row";
import type { Attention } from "../ui/attention";
import type { RecentSources } from "../ui/recent";
import type { RecentEnd } from "../ui/recentEnd";

export type { Params } from "../core/params";

/** What commands work with. */
export interface Services extends ChangeServices {
  readonly tree: Pick<
    AccessTree,
    | "find"
    | "findable"
    | "focusBeside"
    | "focusOn"
    | "read"
    | "reopen"
    | "reveal"
    | "selection"
    | "showOnlyOpen"
    | "show"
    | "showCaches"
    | "whileBusy"
  >;
  /** Tells from now on whether somebody has turned to something else. */
  readonly attention: () => Attention;
  /** Where the AWS files are. */
  readonly place: SharedFilesPlace;
  readonly recent: RecentSources;
  readonly recentEnd: RecentEnd;
  readonly history: Journal;
  /** What was kept to compare with. */
  readonly moments: Pick<Moments, "of" | "keep">;
  readonly sandbox: EditorSandbox;
  readonly map: {
    /** Opens the access map, or shows the one that is open, and looks for words in it. */
    open(query: string | undefined): Promise<void>;
    /** Reads the targets of a profile, or one of them, as far as nobody has. */
    read(profile: string, region: string | undefined): Promise<void>;
  };
  readonly writeSetting: (name: "profiles" | "regions" | "readOnly", value: unknown) => Promise<void>;
  /** Reads the AWS files again and takes up what changed in them: these targets are to be read again. */
  readonly takeUpChanges: () => Promise<readonly Target[]>;
  /** Runs a command as a menu does, on the first of these rows, with the others selected besides. */
  readonly runOnRows: (id: string, rows: readonly Row[]) => Promise<CommandResult>;
  readonly log: WriteLog;
}

/** A command: one entry of the table, one file of its own. */
export interface Command {
  /** As in the manifest, without the prefix `elasticacheAccess.`. */
  readonly id: string;
  /** True for what changes something at AWS, so that the guards apply. */
  readonly changes?: boolean;
  /**
   * What several selected rows become: `items` in its params, each with the fields of a row, those of the
   * clicked row's kind or of any. Absent: it works on the clicked row alone.
   */
  readonly several?: "sameKind" | "anyKind";
  run(params: Params, services: Services): Promise<CommandResult>;
}
