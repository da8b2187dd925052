import { homedir } from "node:os";
import { Disposable, type ExtensionContext, ExtensionKind, env, type TreeView, workspace } from "vscode";
import type { AwsApi } from "../aws/api";
import { loadAws, loadOnDemand } from "../bundles";
import type { LoadedCommands, Parts } from "../commands/index";
import { endOfTags } from "../core/expiry/expiry";
import type { WriteLog } from "../core/logLevel";
import { environmentProfiles } from "../profiles/environmentProfiles";
import { configFile, credentialsFile } from "../profiles/sharedConfig/files";
import { readSharedConfig } from "../profiles/sharedConfig/read";
import { sharedPaths, watchFiles } from "../profiles/watchFiles";
import { AccountStore } from "../store/accountStore";
import { followCaches } from "../store/cacheFollower";
import { CacheStore } from "../store/cacheStore";
import { ClassicRefusals } from "../store/classicRefusals";
import { Ends } from "../store/expiry/ends";
import { Follower } from "../store/follower";
import { GroupStore } from "../store/groupStore";
import { followChanges, followKeys, forgetProfiles, takeUpChanges } from "../store/profileChanges";
import { ProfileStore } from "../store/profileStore";
import { sleep } from "../store/sleep";
import { VpcStore } from "../store/vpcStore";
import { AccessTree } from "../tree/accessTree";
import type { HistoryRow } from "../tree/historyRow";
import { HistoryTree } from "../tree/historyTree";
import { decorateOpen } from "../tree/openDecorations";
import type { Row } from "../tree/row";
import { whoseFiles } from "../tree/whoseFiles";
import { ShownTexts } from "../ui/shownTexts";
import { readNetworkSettings, readSettings, settingsSection } from "../ui/vscodeSettings";

/** What start-up has made. */
export interface StartUp {
  readonly context: Pick<ExtensionContext, "extension" | "extensionUri" | "globalState" | "globalStorageUri">;
  readonly views: { readonly access: TreeView<Row>; readonly history: TreeView<HistoryRow> };
  readonly commands: {
    load(): Promise<LoadedCommands>;
    /** Where one was killed that had changed something, or something is to end. */
    loadWhereWindowsWereLeft(): Promise<void>;
  };
  readonly showLog: () => void;
  readonly log: WriteLog;
}

/** The rows of the views, and what they and the commands are made of. */
export interface Access extends Parts, Disposable {
  readonly history: HistoryTree;
}

/** Wires the profiles, the stores, what follows them, and the rows. Nothing is read yet. */
export function startAccess({ context, views, commands, showLog, log }: StartUp): Access {
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
        log,
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
  const tree = new AccessTree(
    state,
    views.access,
    context.globalState,
    () => void commands.loadWhereWindowsWereLeft(),
    loadOnDemand,
  );
  const history = new HistoryTree(views.history, () => commands.load());

  // Rules that say when they end are looked after by the commands' side, also those that another machine has made.
  const stopLooking = vpc.changed.listen(({ target }) => {
    if (vpc.allRules(target).some(({ tags }) => endOfTags(tags))) {
      void commands.load();
    }
  });
  const disposables = Disposable.from(
    { dispose: stopLooking },
    texts,
    tree,
    history,
    decorateOpen(),
    follower,
    followCaches(caches, following),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(settingsSection)) {
        tree.redraw();
      }
    }),
    watchFiles(sharedPaths(place), () => void followChanges(state, classic)),
    { dispose: () => void loadedAws?.then((loaded) => loaded.dispose()) },
  );
  return {
    ...{ context, place, aws, state, follower, tree, history, texts, showLog, log },
    takeUpChanges: () => takeUpChanges(state, classic),
    forgetProfiles: (names) => forgetProfiles(state, classic, names),
    dispose: () => disposables.dispose(),
  };
}
