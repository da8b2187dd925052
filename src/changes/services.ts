import type { AwsApi } from "../aws/api";
import type * as ScheduleCommandsModule from "../aws/schedules/index";
import type { Params } from "../core/params";
import type { Plans } from "../history/plans";
import type { ConcurrencyLimit } from "../store/concurrencyLimit";
import type { ExpiryStore } from "../store/expiry/expiryStore";
import type { Follower } from "../store/follower";
import type { State } from "../store/state";
import type { RecentSources } from "../ui/recent";
import type { FailureServices } from "../ui/tellFailure";
import type { UndoableChanges } from "./undoable";

/** What changes work with. They ask nobody and draw nothing but through these. */
export interface ChangeServices extends FailureServices {
  readonly state: State;
  readonly aws: () => Promise<AwsApi>;
  /** When things end that were made to end. */
  readonly expiry: ExpiryStore;
  /** The commands for schedules and tags, which are loaded at the first of them. */
  readonly schedules: () => Promise<ScheduleCommands>;
  readonly follower: Pick<Follower, "whenSettled">;
  readonly lanes: ConcurrencyLimit;
  readonly recent: Pick<RecentSources, "add">;
  readonly undoable: UndoableChanges;
  /** Keeps what is about to be sent, for the case that this window does not come to its end. */
  readonly plans: Pick<Plans, "run" | "settle">;
  /** Opens the way to a row, told by its kind and the names that make it unique, where the view is open. */
  readonly showRow: (kind: ShownKind, ...names: readonly string[]) => void;
  /**
   * The row of what was made, told likewise: the keyboard's focus goes there, where the command was begun on a row and
   * nobody has turned to something else.
   */
  readonly made?: (kind: MadeKind, ...names: readonly string[]) => void;
  /** Shows that items, each by the fields that name it, are being sent, until the work is over. */
  readonly whileSending: <T>(items: readonly Params[], work: () => Promise<T>) => Promise<T>;
  /** Somebody has said yes to a question: what they look at is about to change. */
  readonly agreed?: () => void;
}

export type ScheduleCommands = typeof ScheduleCommandsModule;

export type ShownKind = "cacheSecurityGroup" | "vpcSecurityGroup" | "cache";

export type MadeKind = ShownKind | "grant" | "rule";
