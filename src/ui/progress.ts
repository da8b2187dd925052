import { ProgressLocation, window } from "vscode";
import { withoutLinks } from "./plainText";
import type { Progress } from "./ui";

/** Shows a notification with a bar and Cancel for as long as the work takes. */
export async function showProgress<T>(title: string, work: (progress: Progress) => Promise<T>): Promise<T> {
  const options = {
    location: ProgressLocation.Notification,
    title: withoutLinks(title),
    cancellable: true,
  };
  return window.withProgress(options, (bar, token) => {
    const controller = new AbortController();
    token.onCancellationRequested(() => controller.abort());
    let shown = 0;
    return work({
      signal: controller.signal,
      report: (message, share) => {
        const now = Math.floor(share * 100);
        bar.report({ message: withoutLinks(message), increment: now - shown });
        shown = now;
      },
    });
  });
}
