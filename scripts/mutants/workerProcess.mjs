import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** @typedef {import("./protocol.mjs").Question} Question */
/** @typedef {import("./protocol.mjs").Answer} Answer */
/** @typedef {Answer | "stuck" | "crashed"} Said */

const program = fileURLToPath(new URL("worker.mjs", import.meta.url));

/** A process that runs tests, started when it is first asked, and again whenever it was stopped. */
export class WorkerProcess {
  /** @type {import("node:child_process").ChildProcess | undefined} */
  #child;
  #bundle;
  #env;

  /**
   * @param {string} bundle
   * @param {NodeJS.ProcessEnv} env
   */
  constructor(bundle, env) {
    this.#bundle = bundle;
    this.#env = env;
  }

  /**
   * @param {Question} question
   * @param {number} patience milliseconds; whoever takes longer is stuck, and ended
   * @returns {Promise<Said>}
   */
  async ask(question, patience) {
    const child = this.#child ?? this.#start();
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const said = await new Promise((/** @type {(said: Said) => void} */ resolve) => {
      timer = setTimeout(() => resolve("stuck"), patience);
      child.once("exit", () => resolve("crashed"));
      child.once("message", (/** @type {Answer} */ answer) => resolve(answer));
      child.send(question, (error) => error && resolve("crashed"));
    });
    clearTimeout(timer);
    child.removeAllListeners();
    if (typeof said === "string") {
      this.stop();
    }
    return said;
  }

  /** Ends the process at once, with all that its tests have started. The next question gets a fresh one. */
  stop() {
    const pid = this.#child?.pid;
    if (pid === undefined) {
      return;
    }
    this.#child?.removeAllListeners();
    this.#child = undefined;
    try {
      // Its process group, where there are any.
      process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
    } catch {}
  }

  #start() {
    const child = fork(program, [this.#bundle], {
      env: this.#env,
      detached: process.platform !== "win32",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      execArgv: [],
    });
    child.on("error", () => undefined);
    this.#child = child;
    return child;
  }
}
