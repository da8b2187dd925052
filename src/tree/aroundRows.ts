import type { Disposable, TreeView } from "vscode";
import type { State } from "../store/state";
import { openBadge } from "./openBadge";
import { viewMessage } from "./viewMessage";

type View = Pick<TreeView<unknown>, "badge" | "message">;

/** Keeps true what stands around a view's rows, its badge and its message: told once for however much changes in one go. */
export class AroundRows implements Disposable {
  readonly #state: State;
  readonly #view: View;
  readonly #stops: readonly (() => void)[];
  #isWaiting = false;

  constructor(state: State, view: View) {
    this.#state = state;
    this.#view = view;
    const refresh = () => this.refresh();
    const { profiles, groups, caches, vpc } = state;
    this.#stops = [
      profiles.changed.listen(refresh),
      groups.changed.listen(refresh),
      caches.changed.listen(refresh),
      vpc.changed.listen(refresh),
    ];
  }

  refresh(): void {
    if (!this.#isWaiting) {
      this.#isWaiting = true;
      setImmediate(() => {
        this.#isWaiting = false;
        this.#view.badge = openBadge(this.#state);
        const message = viewMessage(this.#state);
        // Each writing goes to the window, be it the same.
        if (message !== (this.#view.message ?? "")) {
          this.#view.message = message;
        }
      });
    }
  }

  dispose(): void {
    for (const stop of this.#stops) {
      stop();
    }
  }
}
