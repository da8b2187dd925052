import { homedir } from "node:os";
import { type ExtensionContext, ExtensionKind, env, window, workspace } from "vscode";
import type { AwsApi } from "./aws/api";
import { loadAws, loadOnDemand } from "./bundles";
import { endOfTags } from "./core/expiry/expiry";
import type { LogLevel } from "./core/logLevel";
import { shownText } from "./core/shownText";
import { environmentProfiles } from "./profiles/environmentProfiles";
import { configFile, credentialsFile } from "./profiles/sharedConfig/files";
import { readSharedConfig } from "./profiles/sharedConfig/read";
import { sharedPaths, watchFiles } from "./profiles/watchFiles";
import { idsOfCommands, LazyCommands } from "./registerCommands";
import { LazyTools } from "./registerTools";
import { AccountStore } from "./store/accountStore";
import { followCaches } from "./store/cacheFollower";
import { CacheStore } from "./store/cacheStore";
import { ClassicRefusals } from "./store/classicRefusals";
import { Ends } from "./store/expiry/ends";
import { Follower } from "./store/follower";
import { GroupStore } from "./store/groupStore";
import { followChanges, followKeys, forgetProfiles, takeUpChanges } from "./store/profileChanges";
import { ProfileStore } from "./store/profileStore";
import { sleep } from "./store/sleep";
import { VpcStore } from "./store/vpcStore";
import { AccessTree } from "./tree/accessTree";
import { HistoryTree } from "./tree/historyTree";
import { decorateOpen } from "./tree/openDecorations";
import type { TreeRow } from "./tree/readTree";
import { whoseFiles } from "./tree/whoseFiles";
import { ShownTexts } from "./ui/shownTexts";
import { readNetworkSettings, readSettings, settingsSection } from "./ui/vscodeSettings";

/** What other extensions get from `activate`. */
export interface ElastiCacheAccess {
  readonly apiVersion: 1;
  /**
   * The tree's rows: what is loaded; with `expand` everything, loaded first, targets in parallel. Always
   * resolves, failed branches included.
   */
  readTree(options?: { readonly expand?: boolean }): Promise<readonly TreeRow[]>;
}

export function activate(context: ExtensionContext): ElastiCacheAccess {
  const log = window.createOutputChannel("ElastiCache Access", { log: true });
  // A line is one line, whatever names and answers are in it.
  const writeLog = (line: string, level: LogLevel = "info") => log[level](shownText(line));
  const place = { environment: process.env, home: homedir() };

  const profiles = new ProfileStore(() => readSharedConfig(place));
  profiles.setInMemory("environment", environmentProfiles(place.environment));
  const texts = new ShownTexts();
  let loadedAws: Promise<AwsApi> | undefined;
  const aws = () => {
    loadedAws ??= loadAws().then(({ createAws }) =>
      createAws({
        ...place,
        config: () => profiles.config(),
        requestTimeout: () => readSettings().requestTimeout,
        processTimeout: () => readSettings().processTimeout,
        askMfaCode: async (question, signal) => (await commands.load()).askMfaCode(question, signal),
        network: readNetworkSettings,
        keysReplaced: (profile) => void followKeys(state, classic, profile),
        log: writeLog,
      }),
    );
    return loadedAws;
  };
  const accounts = new AccountStore(aws);
  const classic = new ClassicRefusals(accounts);
  const groups = new GroupStore(aws, classic, Date.now);
  const caches = new CacheStore(aws, Date.now);
  const vpc = new VpcStore(aws, caches, Date.now, (id) => accounts.all().get(id) ?? []);
  const ends = new Ends();
  const isOnRemote = context.extension.extensionKind === ExtensionKind.Workspace;
  const state = {
    ...{ profiles, accounts, groups, caches, vpc, ends, settings: readSettings },
    files: { config: configFile(place), credentials: credentialsFile(place) },
    whoseFiles: whoseFiles(env.remoteName, isOnRemote),
  };
  const following = { sleep, settleTimeout: () => readSettings().settleTimeout, now: Date.now };
  const follower = new Follower({ groups, ...following });
  const cacheFollower = followCaches(caches, following);
  const tree = new AccessTree(
    state,
    context.globalState,
    () => void commands.loadWhereWindowsWereLeft(),
    loadOnDemand,
  );
  const commands: LazyCommands = new LazyCommands(
    idsOfCommands(context.extension.packageJSON),
    () => ({
      context,
      place,
      aws,
      state,
      follower,
      tree,
      texts,
      takeUpChanges: () => takeUpChanges(state, classic),
      forgetProfiles: (names) => forgetProfiles(state, classic, names),
      showLog: () => log.show(),
      log: writeLog,
    }),
    writeLog,
  );

  const tools = new LazyTools(context.extension.packageJSON, () => commands.load());
  const turnTools = () => tools.turn(readSettings().agentTools !== false);
  turnTools();

  // Rules that say when they end are looked after by the commands' side, also those that another machine has made.
  const stopLooking = vpc.changed.listen(({ target }) => {
    if (vpc.allRules(target).some(({ tags }) => endOfTags(tags))) {
      void commands.load();
    }
  });

  context.subscriptions.push(
    log,
    { dispose: stopLooking },
    texts,
    tree,
    decorateOpen(),
    new HistoryTree(() => commands.load()),
    follower,
    cacheFollower,
    commands,
    tools,
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(settingsSection)) {
        tree.redraw();
        turnTools();
      }
    }),
    watchFiles(sharedPaths(place), () => void followChanges(state, classic)),
    { dispose: () => void loadedAws?.then((loaded) => loaded.dispose()) },
  );
  return { apiVersion: 1, readTree: (options) => tree.read(options) };
}
