import type { Editor } from "../ui/editor/editor";

/** Keeps a picture of the window, without what the mouse has called up. */
export async function takePicture(editor: Editor, name: string): Promise<void> {
  const { page } = editor;
  // In steps: a tooltip that comes late goes with the next.
  await page.mouse.move(760, 330);
  await page.mouse.move(780, 345, { steps: 5 });
  await page.locator(".monaco-hover:visible").waitFor({ state: "detached" });
  await editor.screenshot(name);
}

/** Drags the edge of the side bar, so that it ends so many pixels from the window's own. */
export async function dragSideBar({ page }: Editor, to: number): Promise<void> {
  const edge = (await page.locator(".part.sidebar").boundingBox()) ?? { x: 0, width: 0 };
  await page.mouse.move(edge.x + edge.width, 500);
  await page.mouse.down();
  await page.mouse.move(to, 500, { steps: 8 });
  await page.mouse.up();
}
