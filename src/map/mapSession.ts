import { type AccessMap, accessMap } from "../core/map/accessMap";
import { type FromPage, readFromPage, type ToPage } from "../core/map/messages";
import type { Target } from "../core/target";
import { loadedTargets } from "../store/refreshTarget";
import { actOnCell } from "./actOnCell";
import { cellSubject } from "./cellSubject";
import { factsOfTarget } from "./factsOfTarget";
import { chooseTargets, pendingTargets, readRules, readTargets } from "./readTargets";
import { saveMap } from "./saveMap";
import type { MapServices } from "./services";

// What is read comes in many pieces: the page is told a few times a second, not for each.
const gatherMilliseconds = 100;

/** One map that is open: tells its page what is known, follows what is read, and does what the page asks for. */
export class MapSession {
  readonly #services: MapServices;
  readonly #post: (message: ToPage) => void;
  readonly #stops: readonly (() => void)[];
  #timer: NodeJS.Timeout | undefined;
  #isReady = false;
  #query: string | undefined;

  constructor(services: MapServices, post: (message: ToPage) => void) {
    this.#services = services;
    this.#post = post;
    const { profiles, accounts, groups, caches, vpc, ends } = services.state;
    const tell = () => this.#tellSoon();
    this.#stops = [
      ...[profiles, accounts, groups, caches, vpc].map(({ changed }) => changed.listen(tell)),
      ends.changed.listen(tell),
    ];
  }

  /** Words to look for, as soon as the page is there. */
  find(query: string): void {
    this.#query = query;
    this.#tellQuery();
  }

  /** What the page says. What is no message that is known is ignored. */
  async receive(message: unknown): Promise<void> {
    const known = readFromPage(message);
    if (known === undefined) {
      this.#services.log("The access map's page said something that is not known. It was ignored");
      return;
    }
    await this.#take(known);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const stop of this.#stops) {
      stop();
    }
  }

  async #take(message: FromPage): Promise<void> {
    const { state } = this.#services;
    switch (message.type) {
      case "ready":
        this.#isReady = true;
        this.#tell();
        this.#tellQuery();
        await Promise.all(loadedTargets(state).map((target) => readRules(target, state)));
        return;
      case "refresh":
        await this.#services.runCommand("refresh", {});
        return;
      case "readTarget":
        await this.#readAgain(message);
        return;
      case "readAll":
        await readTargets(pendingTargets(state), this.#services);
        return;
      case "chooseTargets":
        await chooseTargets(this.#services);
        return;
      case "save":
        await saveMap(message.format, message.text, this.#services);
        return;
      case "act": {
        const subject = cellSubject(this.#map(), message, state);
        if (subject) {
          await actOnCell(subject, message.action, this.#services);
        }
        return;
      }
    }
  }

  async #readAgain({ profile, region }: Target): Promise<void> {
    const { state, runCommand } = this.#services;
    await runCommand("refresh", { profile, region });
    await readRules({ profile, region }, state);
  }

  #map(): AccessMap {
    const { state } = this.#services;
    const facts = loadedTargets(state).map((target) => factsOfTarget(target, state));
    return accessMap(facts, pendingTargets(state), new Date().toISOString());
  }

  #tellSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#tell();
    }, gatherMilliseconds);
  }

  #tell(): void {
    if (this.#isReady) {
      const { data } = this.#map();
      this.#post({
        type: "map",
        map: data,
        isReading: data.targets.some(({ state }) => state === "reading"),
      });
    }
  }

  #tellQuery(): void {
    if (this.#isReady && this.#query !== undefined) {
      this.#post({ type: "find", query: this.#query });
      this.#query = undefined;
    }
  }
}
