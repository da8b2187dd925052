import type { MapData, MapTarget } from "../../core/map/mapData";
import type { FromPage } from "../../core/map/messages";
import { button, element } from "./element";

const words: Readonly<Record<MapTarget["state"], string>> = {
  read: "",
  reading: "reading…",
  partly: "read in part",
  stale: "stale",
  failed: "not read",
};

/** A band for each target of which less is known than there is: the others are not touched by it. */
export function bands({ targets }: MapData, post: (message: FromPage) => void): HTMLElement | undefined {
  const some = targets.filter(({ state, failures }) => state !== "read" || failures.length > 0);
  if (some.length === 0) {
    return undefined;
  }
  return element(
    "ul",
    {
      class: "bands",
      "aria-label": "Targets that were not read whole",
      tabindex: some.length > 3 ? 0 : undefined,
    },
    ...some.map((target) => band(target, post)),
  );
}

function band(
  { profile, region, state, failures }: MapTarget,
  post: (message: FromPage) => void,
): HTMLElement {
  const where = `${profile} · ${region}`;
  const again = () => post({ type: "readTarget", profile, region });
  return element(
    "li",
    { class: `band ${state}` },
    element("strong", {}, where),
    element("span", { class: "state" }, words[state] || "read in part"),
    element("span", { class: "failures" }, failures.join(" · ")),
    state === "reading" ? undefined : button("Read Again", again, { "aria-label": `Read ${where} again` }),
  );
}
