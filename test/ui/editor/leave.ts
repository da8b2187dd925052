import type { BrowserContext } from "playwright-core";

/**
 * Closes windows as a person does, by leaving their page: of one that is only cut off the server keeps the extension
 * host running, for three hours, in case that it comes back.
 */
export async function leave(context: BrowserContext): Promise<void> {
  for (const page of context.pages()) {
    // One that asks whether to stay is cut off.
    await page.goto("about:blank", { timeout: 10_000 }).catch(() => undefined);
  }
  await context.close();
}
