import type { MapFormat } from "../core/map/messages";
import type { MapServices } from "./services";

/** Asks for a file, and writes there what the page has written down of the map. */
export async function saveMap(format: MapFormat, text: string, { ui }: MapServices): Promise<void> {
  try {
    const name = `elasticache-access-map.${format}`;
    const saved = await ui.saveFile({ title: "Export Access Map", name, text });
    if (saved.kind === "answer") {
      void ui.tell({ severity: "information", text: `The map is in ${saved.value}`, actions: [] });
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void ui.tell({ severity: "error", text: `The map could not be written: ${reason}`, actions: [] });
  }
}
