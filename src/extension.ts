import { homedir } from "node:os";
import * as vscode from "vscode";
import type { AwsApi } from "./aws/api";
import { loadAws } from "./bundles";
import { EditorSandbox } from "./commands/editorSandbox";
import { installedCli } from "./commands/installedCli";
import { registerCommands } from "./commands/register";
import { commands } from "./commands/table";
import { callersFrom } from "./history/callers";
import { Journal, journalBounds } from "./history/journal";
import { recordChanges } from "./history/recordChanges";
import { environmentProfiles } from "./profiles/environmentProfiles";
import { readSharedConfig } from "./profiles/sharedConfig/read";
import { sharedPaths, watchFiles } from "./profiles/watchFiles";
import { AccountStore } from "./store/accountStore";
import { followCaches } from "./store/cacheFollower";
import { CacheStore } from "./store/cacheStore";
import { ClassicRefusals } from "./store/classicRefusals";
import { ConcurrencyLimit } from "./store/concurrencyLimit";
import { Follower } from "./store/follower";
import { GroupStore } from "./store/groupStore";
import { followChanges, forgetProfiles, takeUpChanges } from "./store/profileChanges";
import { ProfileStore } from "./store/profileStore";
import { sleep } from "./store/sleep";
import { VpcStore } from "./store/vpcStore";
import { AccessTree } from "./tree/accessTree";
import type { TreeRow } from "./tree/readTree";
import { askMfaCode } from "./ui/askMfaCode";
import { RecentSources } from "./ui/recent";
import { ShownTexts } from "./ui/shownTexts";
import { readNetworkSettings, readSettings, settingsSection, writeSetting } from "./ui/vscodeSettings";
import { vscodeUi } from "./ui/vscodeUi";

/** What other extensions get from `activate`. */
export interface ElastiCacheAccess {
  readonly apiVersion: 1;
  /**
   * The tree's rows: what is loaded; with `expand` everything, loaded first, targets in parallel. Always
   * resolves, failed branches included.
   */
  readTree(options?: { readonly expand?: boolean }): Promise<readonly TreeRow[]>;
}

export function activate(context: vscode.ExtensionContext): ElastiCacheAccess {
  const log = vscode.window.createOutputChannel("ElastiCache Access", { log: true });
  const writeLog = (line: string) => log.info(line);
  const place = { environment: process.env, home: homedir() };

  const profiles = new ProfileStore(() => readSharedConfig(place));
  profiles.setInMemory("environment", environmentProfiles(place.environment));
  const texts = new ShownTexts();
  const ui = vscodeUi(texts);
  const history = new Journal({
    ...journalBounds,
    folder: vscode.Uri.joinPath(context.globalStorageUri, "history").fsPath,
    log: writeLog,
    tell: (text) => void ui.tell({ severity: "warning", text, actions: [] }),
  });
  let loadedAws: Promise<AwsApi> | undefined;
  const aws = () => {
    loadedAws ??= loadAws().then(({ createAws }) => {
      const api = createAws({
        ...place,
        config: () => profiles.config(),
        requestTimeout: () => readSettings().requestTimeout,
        askMfaCode: (question, signal) => askMfaCode(question, signal),
        network: readNetworkSettings,
        log: writeLog,
      });
      return recordChanges(api, history, callersFrom(accounts));
    });
    return loadedAws;
  };
  const accounts = new AccountStore(aws);
  const classic = new ClassicRefusals(accounts);
  const groups = new GroupStore(aws, classic, Date.now);
  const caches = new CacheStore(aws, Date.now);
  const vpc = new VpcStore(aws, caches, Date.now, (id) => accounts.all().get(id) ?? []);
  const state = { profiles, accounts, groups, caches, vpc, settings: readSettings };
  const following = { sleep, settleTimeout: () => readSettings().settleTimeout, now: Date.now };
  const follower = new Follower({ groups, aws, ...following });
  const cacheFollower = followCaches(caches, following);
  const sandbox = new EditorSandbox(profiles, (names) => forgetProfiles(state, classic, names), writeLog);
  const tree = new AccessTree(state);

  context.subscriptions.push(
    log,
    texts,
    tree,
    follower,
    cacheFollower,
    registerCommands(commands, {
      state,
      aws,
      follower,
      lanes: new ConcurrencyLimit(),
      tree,
      sandbox,
      writeSetting,
      ui,
      history,
      takeUpChanges: () => takeUpChanges(state, classic),
      recent: new RecentSources(context.globalState),
      installedCli: () => installedCli(place),
      showLog: () => log.show(),
      log: writeLog,
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(settingsSection)) {
        tree.redraw();
      }
    }),
    watchFiles(sharedPaths(place), () => void followChanges(state, classic)),
    { dispose: () => void sandbox.stop() },
    { dispose: () => void loadedAws?.then((loaded) => loaded.dispose()) },
  );
  return { apiVersion: 1, readTree: (options) => tree.read(options) };
}
