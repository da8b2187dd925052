import {
  type Disposable,
  type ExtensionContext,
  type LanguageModelTool,
  Uri,
  commands as vscodeCommands,
  type WebviewPanel,
} from "vscode";
import type { LoadedAgents } from "../agents/index";
import type { AwsApi } from "../aws/api";
import { loadAgents, loadSandbox, loadSchedules } from "../bundles";
import { UndoableChanges } from "../changes/undoable";
import type { CommandResult } from "../core/commandResult";
import { windowsFolderName } from "../core/journal/windowsFolder";
import type { WriteLog } from "../core/logLevel";
import type { Target } from "../core/target";
import { Sweep } from "../expiry/sweep";
import { callersFrom } from "../history/callers";
import { Journal, journalBounds } from "../history/journal";
import { Moments } from "../history/moments";
import { Plans } from "../history/plans";
import { recordChanges } from "../history/recordChanges";
import type { Environment } from "../profiles/environment";
import { ConcurrencyLimit } from "../store/concurrencyLimit";
import { EditorSandbox } from "../store/editorSandbox";
import { Emitter } from "../store/emitter";
import { ExpiryStore } from "../store/expiry/expiryStore";
import { Memory } from "../store/expiry/memory";
import type { Follower } from "../store/follower";
import type { State } from "../store/state";
import type { AccessTree } from "../tree/accessTree";
import type { HistoryReader } from "../tree/historyTree";
import { rowId } from "../tree/row";
import { askMfaCode } from "../ui/askMfaCode";
import { watchAttention } from "../ui/attention";
import { installedCli } from "../ui/installedCli";
import { RecentSources } from "../ui/recent";
import { RecentEnd } from "../ui/recentEnd";
import type { ShownTexts } from "../ui/shownTexts";
import { TextActions } from "../ui/textActions";
import { writeSetting } from "../ui/vscodeSettings";
import { vscodeUi } from "../ui/vscodeUi";
import type { Services } from "./command";
import { commandRunner } from "./commandRunner";
import { offerCutOffs } from "./finishChanges/offerCutOffs";
import { HistoryRows } from "./history/historyRows";
import { languageModelTool } from "./languageModelTool";
import { MapAccess } from "./mapAccess";
import { resultAs } from "./resultAs";
import { runNamed } from "./runNamed";
import { isRowOf } from "./sendingRow";
import { SettlingEntry } from "./settling/settlingEntry";
import { commands } from "./table";

/** What the rows and the commands are made of: objects of another bundle, which this one only calls. */
export interface Parts {
  readonly context: Pick<ExtensionContext, "globalState" | "globalStorageUri" | "extensionUri">;
  readonly place: { readonly environment: Environment; readonly home: string };
  readonly aws: () => Promise<AwsApi>;
  readonly state: State;
  readonly follower: Follower;
  readonly tree: AccessTree;
  readonly texts: ShownTexts;
  readonly takeUpChanges: () => Promise<readonly Target[]>;
  readonly forgetProfiles: (names: readonly string[]) => void;
  readonly showLog: () => void;
  readonly log: WriteLog;
}

export interface LoadedCommands extends Disposable, HistoryReader {
  /** Runs a command with what VS Code passed to it. Never rejects. A text where the caller wants one. */
  run(id: string, passed: readonly unknown[]): Promise<CommandResult | string>;
  /** Here, and not beside the rows: a question in the middle of another is known to both by a module of `ui/`. */
  readonly askMfaCode: typeof askMfaCode;
  /** The language model tools, which do what commands do. Loaded at the first call. */
  tool(name: string): LanguageModelTool<unknown>;
  /** Fills a tab with the access map. */
  fillMap(panel: WebviewPanel): Promise<void>;
}

/** The commands' bundle, wired to those parts. */
export function startCommands(parts: Parts): LoadedCommands {
  const { context, place, state, log } = parts;
  const actions = new TextActions();
  const ui = vscodeUi(parts.texts, actions);
  const written = new Emitter<void>();
  const history = new Journal({
    ...journalBounds,
    folder: Uri.joinPath(context.globalStorageUri, "history").fsPath,
    log,
    tell: (text) => void ui.tell({ severity: "warning", text, actions: [] }),
    written: () => written.emit(),
  });
  const plans = new Plans(history);
  const recording = recordChanges(history, callersFrom(state.accounts), plans);
  let recorded: Promise<AwsApi> | undefined;
  const sandbox = new EditorSandbox(state.profiles, {
    forget: parts.forgetProfiles,
    // What the menus and the palette show of the two commands hangs on it.
    runs: (now) => void vscodeCommands.executeCommand("setContext", "elasticacheAccess.sandboxRuns", now),
    log,
    load: loadSandbox,
  });
  // Within the folder that start-up looks into, to load this bundle where something is left to be done.
  const endsFolder = Uri.joinPath(context.globalStorageUri, windowsFolderName, "ends").fsPath;
  const expiry = new ExpiryStore(new Memory(endsFolder), state.ends);
  const map = new MapAccess(() => services, Uri.joinPath(context.extensionUri, "dist"));
  const services: Services = {
    ...parts,
    // Everything that is changed at AWS goes through here, and so into the journal.
    aws: () => {
      recorded ??= parts.aws().then((aws) => {
        state.ends.now = (target) => aws.now(target);
        return aws.withChanges(recording);
      });
      return recorded;
    },
    expiry,
    schedules: loadSchedules,
    lanes: new ConcurrencyLimit(),
    sandbox,
    map,
    writeSetting,
    attention: watchAttention,
    ui,
    history,
    moments: new Moments(Uri.joinPath(context.globalStorageUri, "moments").fsPath),
    recent: new RecentSources(context.globalState),
    recentEnd: new RecentEnd(context.globalState),
    undoable: new UndoableChanges(),
    plans,
    installedCli: () => installedCli(place),
    showRow: (kind, ...names) => void parts.tree.reveal(rowId(kind, ...names), { open: true }),
    whileSending: (items, work) => {
      // As the rows are before it: the row of what is to be made is not there yet.
      const areRows = items.map((item) => isRowOf(item, state));
      return parts.tree.whileSending((row) => areRows.some((isRow) => isRow(row)), work);
    },
    runCommand: (id, params) => runNamed(id, params, services),
    runOnRows: (id, rows) => run(id, rows.length > 1 ? [rows[0], rows] : rows),
  };
  const run = commandRunner(commands, services);
  void offerCutOffs(services);
  const sweep = new Sweep({ services, folder: endsFolder, load: () => import("./changing") });
  void sweep.begin();
  const settling = new SettlingEntry(state, (id) => parts.tree.show(id));
  const dispose = () => {
    settling.dispose();
    actions.dispose();
    sweep.dispose();
    history.dispose();
    void sandbox.stop();
  };
  let loaded: Promise<LoadedAgents> | undefined;
  const agents = () => {
    loaded ??= Promise.all([loadAgents(), import("./changing")]).then(
      ([{ startAgents }, { agentServices }]) => startAgents(agentServices(services)),
    );
    return loaded;
  };
  const rows = new HistoryRows({ history, undoable: services.undoable, now: Date.now });
  return {
    ...{ askMfaCode, dispose },
    tool: (name) => languageModelTool(name, agents),
    run: async (id, passed) => resultAs(await run(id, passed), passed[0]),
    fillMap: (panel) => map.fill(panel),
    historyRows: (from) => rows.page(from),
    onHistoryWritten: (heard) => void written.listen(heard),
  };
}
