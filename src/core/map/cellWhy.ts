import type { SaidCell } from "./cellIndex";

/** Why a cell says what it says, in lines: what lets in, that nothing does, or that it is not known. None of no cell. */
export function whyOf(cell: Pick<SaidCell, "state" | "why"> | undefined): readonly string[] {
  if (cell?.why !== "") {
    return (cell?.why ?? "").split("\n").filter(Boolean);
  }
  switch (cell.state) {
    case "no":
      return ["Nothing that was read lets it in"];
    case "checking":
      return ["What lets in here is being read"];
    default:
      return ["What lets in here could not be read"];
  }
}
