import { Uri, type WebviewPanel } from "vscode";
import { type Target, targetKey } from "../core/target";
import { mapHtml } from "./mapHtml";
import { MapSession } from "./mapSession";
import { pendingTargets, readTargets } from "./readTargets";
import type { MapServices } from "./services";

/** The maps that are open: one, or more where an editor was split. */
export class Maps {
  readonly #services: MapServices;
  readonly #folder: Uri;
  readonly #open = new Set<MapSession>();
  #query: string | undefined;

  /** `folder`: where the page's script and style are. */
  constructor(services: MapServices, folder: Uri) {
    this.#services = services;
    this.#folder = folder;
  }

  /** Looks for words in the maps that are open, and in the next one that opens where none is. */
  find(query: string): void {
    this.#query = this.#open.size === 0 ? query : undefined;
    for (const session of this.#open) {
      session.find(query);
    }
  }

  /** Reads targets, as far as nobody has. */
  async read(targets: readonly Target[]): Promise<void> {
    const pending = new Set(pendingTargets(this.#services.state).map(targetKey));
    await readTargets(
      targets.filter((target) => pending.has(targetKey(target))),
      this.#services,
    );
  }

  /** Fills a tab with a map: one that was just opened, or that was there before the window was loaded again. */
  fill({ webview, onDidDispose }: WebviewPanel): void {
    webview.options = { enableScripts: true, localResourceRoots: [this.#folder] };
    const session = new MapSession(this.#services, (message) => void webview.postMessage(message));
    this.#open.add(session);
    if (this.#query !== undefined) {
      session.find(this.#query);
      this.#query = undefined;
    }
    const listening = webview.onDidReceiveMessage((message: unknown) => void session.receive(message));
    onDidDispose(() => {
      listening.dispose();
      session.dispose();
      this.#open.delete(session);
    });
    const file = (name: string) => webview.asWebviewUri(Uri.joinPath(this.#folder, name)).toString();
    webview.html = mapHtml({
      script: file("mapPage.js"),
      style: file("mapPage.css"),
      source: webview.cspSource,
    });
  }
}
