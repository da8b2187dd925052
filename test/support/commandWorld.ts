import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createAws } from "../../src/aws/index";
import { loadSandbox, loadSchedules } from "../../src/bundles";
import { UndoableChanges } from "../../src/changes/undoable";
import type { Command, Params, Services } from "../../src/commands/command";
import { runCommand } from "../../src/commands/runCommand";
import { runNamed } from "../../src/commands/runNamed";
import { type CommandResult, unchanged } from "../../src/core/commandResult";
import type { HistoryEntry } from "../../src/core/history";
import type { Settings } from "../../src/core/settings";
import { callersFrom } from "../../src/history/callers";
import { Journal, journalBounds } from "../../src/history/journal";
import { Moments } from "../../src/history/moments";
import { Plans } from "../../src/history/plans";
import { recordChanges } from "../../src/history/recordChanges";
import { inMemoryProfile } from "../../src/profiles/inMemoryProfiles";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../src/sandbox/index";
import { AccountStore } from "../../src/store/accountStore";
import { CacheStore } from "../../src/store/cacheStore";
import { ClassicRefusals } from "../../src/store/classicRefusals";
import { ConcurrencyLimit } from "../../src/store/concurrencyLimit";
import { EditorSandbox } from "../../src/store/editorSandbox";
import { Ends } from "../../src/store/expiry/ends";
import { ExpiryStore } from "../../src/store/expiry/expiryStore";
import { Memory } from "../../src/store/expiry/memory";
import { Follower } from "../../src/store/follower";
import { GroupStore } from "../../src/store/groupStore";
import { ProfileStore } from "../../src/store/profileStore";
import { sleep } from "../../src/store/sleep";
import { VpcStore } from "../../src/store/vpcStore";
import { findableRows } from "../../src/tree/findable";
import { readRows } from "../../src/tree/readTree";
import { rootRows } from "../../src/tree/roots";
import { RecentSources } from "../../src/ui/recent";
import { RecentEnd } from "../../src/ui/recentEnd";
import { ScriptedUi } from "./scriptedUi";

/** All that commands work with but the tree: the stores and the AWS side as they are, a sandbox, a scripted user. */
export class CommandWorld {
  readonly services: Omit<Services, "ui" | "runCommand">;
  settings: Settings = {
    profiles: [],
    regions: {},
    readOnly: false,
    protectedProfiles: [],
    requestTimeout: 10,
    processTimeout: 60,
    settleTimeout: 10,
  };
  readonly log: string[] = [];
  /** What was given to VS Code's global state. */
  readonly remembered: unknown[] = [];
  /** The storage, which other windows may share. */
  readonly folder: string;
  readonly #sandbox: Sandbox | undefined;
  readonly #journal: Journal;
  readonly #end: () => void;

  /** `before` may put something before the sandbox: it is given the endpoint, and says what to ask instead. */
  static async start(
    options: SandboxOptions = {},
    before: (endpoint: string) => Promise<string> = async (endpoint) => endpoint,
  ): Promise<CommandWorld> {
    const sandbox = await startSandbox({ settleMs: 20, ...options });
    const folder = mkdtempSync(path.join(tmpdir(), "elasticache-access-"));
    return new CommandWorld(sandbox, await before(sandbox.endpoint), folder, sandbox);
  }

  /** A window of its own on a sandbox that runs elsewhere, with a storage that outlives it. */
  static at(sandbox: Pick<Sandbox, "profiles" | "region">, endpoint: string, folder: string): CommandWorld {
    return new CommandWorld(sandbox, endpoint, folder);
  }

  private constructor(
    { profiles: known, region }: Pick<Sandbox, "profiles" | "region">,
    endpoint: string,
    folder: string,
    sandbox?: Sandbox,
  ) {
    this.folder = folder;
    this.#sandbox = sandbox;
    this.#journal = new Journal({
      ...journalBounds,
      folder: path.join(folder, "history"),
      log: (line) => this.log.push(line),
      tell: (text) => this.log.push(text),
    });
    const profiles = new ProfileStore(async () => ({
      profiles: new Map(),
      ssoSessions: new Map(),
      services: new Map(),
      problems: [],
    }));
    profiles.setInMemory(
      "sandbox",
      known.map(({ name, accessKeyId, secretAccessKey }) =>
        inMemoryProfile(name, "sandbox", {
          region,
          endpoint_url: endpoint,
          aws_access_key_id: accessKeyId,
          aws_secret_access_key: secretAccessKey,
        }),
      ),
    );
    const created = createAws({
      environment: {},
      home: folder,
      config: () => profiles.config(),
      requestTimeout: () => this.settings.requestTimeout,
      processTimeout: () => this.settings.processTimeout,
      askMfaCode: async () => undefined,
      log: (line) => this.log.push(line),
    });
    const accounts = new AccountStore(async () => created);
    const plans = new Plans(this.#journal);
    const api = created.withChanges(recordChanges(this.#journal, callersFrom(accounts), plans));
    const aws = async () => api;
    const groups = new GroupStore(aws, new ClassicRefusals(accounts), Date.now);
    const caches = new CacheStore(aws, Date.now);
    const vpc = new VpcStore(aws, caches, Date.now);
    const ends = new Ends();
    ends.now = (target) => created.now(target);
    const follower = new Follower({
      groups,
      sleep,
      settleTimeout: () => this.settings.settleTimeout,
      now: Date.now,
    });
    this.services = {
      state: { profiles, accounts, groups, caches, vpc, ends, settings: () => this.settings },
      aws,
      expiry: new ExpiryStore(new Memory(path.join(folder, "expiring")), ends),
      schedules: loadSchedules,
      follower,
      lanes: new ConcurrencyLimit(),
      tree: {
        find: () => undefined,
        findable: async () => findableRows(this.services.state, rootRows(this.services.state)),
        selection: () => [],
        focusBeside: async () => undefined,
        focusOn: async () => undefined,
        showOnlyOpen: () => undefined,
        read: () => readRows(rootRows(this.services.state), false),
        show: async () => undefined,
        reopen: async () => [],
        reveal: async () => undefined,
        showCaches: async () => true,
        whileBusy: (work) => work,
      },
      map: { open: async () => undefined, read: async () => undefined },
      attention: () => ({ isHere: () => true, dispose: () => undefined }),
      place: { environment: {}, home: this.folder },
      showRow: () => undefined,
      whileSending: (_, work) => work(),
      undoable: new UndoableChanges(),
      plans,
      recent: new RecentSources({
        get: () => undefined,
        update: async (_, value) => void this.remembered.push(value),
      }),
      recentEnd: new RecentEnd({ get: () => undefined, update: async () => undefined }),
      history: this.#journal,
      moments: new Moments(path.join(folder, "moments")),
      sandbox: new EditorSandbox(profiles, {
        load: loadSandbox,
        forget: () => undefined,
        runs: () => undefined,
        log: (line) => this.log.push(line),
      }),
      writeSetting: async (name, value) => {
        this.settings = { ...this.settings, [name]: value };
      },
      runOnRows: async () => unchanged(),
      takeUpChanges: async () => [],
      installedCli: async () => ({ found: "version", version: [2, 32, 0] }),
      showLog: () => undefined,
      log: (line) => this.log.push(line),
    };
    this.#end = () => {
      follower.dispose();
      created.dispose();
      this.#journal.dispose();
      if (sandbox) {
        rmSync(folder, { recursive: true, force: true });
      }
    };
  }

  get sandbox(): Sandbox {
    assert.ok(this.#sandbox, "the sandbox runs elsewhere");
    return this.#sandbox;
  }

  /** What a command works with when somebody answers by the script. */
  servicesFor(ui: ScriptedUi): Services {
    const services: Services = {
      ...this.services,
      ui,
      runCommand: (id, next) => runNamed(id, next, services),
    };
    return services;
  }

  /** Runs a command as a user who answers by the script. */
  async run(command: Command, params: Params, ui = new ScriptedUi()): Promise<CommandResult> {
    const services = this.servicesFor(ui);
    let broken: { readonly error: unknown } | undefined;
    const run: Command["run"] = (...given) =>
      command.run(...given).catch((error: unknown) => {
        broken = { error };
        throw error;
      });
    const result = await runCommand({ ...command, run }, params, services);
    // What stops at an error of its own, a script without an answer say, is a failed test and no result.
    if (broken) {
      throw broken.error;
    }
    return result;
  }

  /** The operations that were asked of the sandbox so far, looks and dry runs left out. */
  changes(): readonly string[] {
    return this.sandbox.requests
      .filter(({ code }) => code !== "DryRunOperation")
      .map(({ action }) => action)
      .filter((action) => !/^(?:Describe|Get|List)/.test(action));
  }

  async history(): Promise<readonly HistoryEntry[]> {
    const read = await this.#journal.read();
    return read.ok ? read.value : [];
  }

  /** Everything that was written to this machine's disk, as it stands there. */
  onDisk(): string {
    return readdirSync(this.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => readFileSync(path.join(parentPath, name), "utf8"))
      .join("\n");
  }

  async close(): Promise<void> {
    // What is still to be written is.
    await this.#journal.read();
    this.#end();
    await this.#sandbox?.close();
  }
}
