import { whyOf } from "../../core/map/cellWhy";
import { actionsOn, actionWords } from "../../core/map/mapActions";
import type { FromPage } from "../../core/map/messages";
import { button, element } from "./element";
import type { Focused } from "./gridView";

/** What is known of the cell with the focus, and what can be done with it. */
export function details(
  { row, column, cell }: Focused,
  post: (message: FromPage) => void,
): readonly HTMLElement[] {
  if (!row && !column) {
    return [element("p", { class: "hint" }, "Choose a cell to see why it says what it says.")];
  }
  const act = (action: "reveal" | "authorize" | "revoke" | "explain") => () =>
    post({ type: "act", row: row?.key ?? "", column: column?.key ?? "", action });
  const title = [row?.label, column?.label].filter(Boolean).join(" → ");
  const about = [
    row?.detail,
    column && [column.profile, column.region, column.detail].filter(Boolean).join(" · "),
  ];
  const why = [...whyOf(cell), ...(cell?.why ? [] : [about.filter(Boolean).join(" → ")])];
  return [
    element(
      "div",
      { class: "what" },
      element(
        "p",
        { class: "title" },
        element("strong", {}, title),
        cell ? element("span", { class: `chip ${cell.state}` }, cell.word) : undefined,
      ),
      element("p", { class: "why", title: why.join("\n") }, why.join(" · ")),
    ),
    element(
      "div",
      { class: "actions" },
      ...actionsOn(row, column, cell).map((action) => button(actionWords[action], act(action))),
    ),
  ];
}
