import { type ExtensionContext, type LogOutputChannel, window, workspace } from "vscode";
import type { Access } from "./access/index";
import { loadAccess } from "./bundles";
import type { LogLevel } from "./core/logLevel";
import { shownText } from "./core/shownText";
import { idsOfCommands, LazyCommands } from "./registerCommands";
import { LazyTools } from "./registerTools";
import { LazyView } from "./registerViews";
import type { HistoryRow } from "./tree/historyRow";
import type { TreeRow } from "./tree/readTree";
import type { Row } from "./tree/row";
import { offersTools, settingsSection } from "./ui/vscodeSettings";

/** What other extensions get from `activate`. */
export interface ElastiCacheAccess {
  readonly apiVersion: 1;
  /**
   * The tree's rows: what is loaded; with `expand` everything, loaded first, targets in parallel. Always
   * resolves, failed branches included.
   */
  readTree(options?: { readonly expand?: boolean }): Promise<readonly TreeRow[]>;
}

/** Tells VS Code of the views, the commands and the tools. What is behind them is loaded at the first look or call. */
export function activate(context: ExtensionContext): ElastiCacheAccess {
  let channel: LogOutputChannel | undefined;
  const log = () => {
    channel ??= window.createOutputChannel("ElastiCache Access", { log: true });
    return channel;
  };
  // A line is one line, whatever names and answers are in it.
  const writeLog = (line: string, level: LogLevel = "info") => log()[level](shownText(line));
  const showLog = () => log().show();

  let loaded: Promise<Access> | undefined;
  const access = (): Promise<Access> => {
    loaded ??= loadAccess().then(({ startAccess }) =>
      startAccess({
        context,
        views: { access: tree.view, history: history.view },
        commands,
        showLog,
        log: writeLog,
      }),
    );
    return loaded;
  };
  const tree = new LazyView<Row>(
    "elasticacheAccess.access",
    { showCollapseAll: true, canSelectMany: true },
    async () => (await access()).tree,
  );
  const history = new LazyView<HistoryRow>(
    "elasticacheAccess.history",
    {},
    async () => (await access()).history,
  );
  const { packageJSON: manifest } = context.extension;
  const commands: LazyCommands = new LazyCommands(idsOfCommands(manifest), {
    ...{ storage: context.globalStorageUri, parts: access, showLog, log: writeLog },
  });
  const tools = new LazyTools(manifest, () => commands.load());
  const turnTools = () => tools.turn(offersTools());
  turnTools();

  context.subscriptions.push(
    { dispose: () => channel?.dispose() },
    tree,
    history,
    commands,
    tools,
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(settingsSection)) {
        turnTools();
      }
    }),
    { dispose: () => void loaded?.then((each) => each.dispose()) },
  );
  return { apiVersion: 1, readTree: async (options) => (await access()).tree.read(options) };
}
