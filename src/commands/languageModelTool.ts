import {
  type CancellationToken,
  LanguageModelTextPart,
  type LanguageModelTool,
  LanguageModelToolResult,
  type LanguageModelToolTokenizationOptions,
  MarkdownString,
} from "vscode";
import type { LoadedAgents } from "../agents/index";

/** A language model tool in VS Code's terms. What answers is loaded at the first call. */
export function languageModelTool(
  name: string,
  agents: () => Promise<LoadedAgents>,
): LanguageModelTool<unknown> {
  return {
    invoke: async ({ input, tokenizationOptions: size }, token) => {
      const call = { input, signal: signalOf(token), ...(size ? { size: sizeOf(size, token) } : {}) };
      const text = await (await agents()).invoke(name, call);
      return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
    },
    prepareInvocation: async ({ input }) => {
      const asked = (await agents()).confirmation(name, input);
      return asked && { confirmationMessages: { ...asked, message: markdownOf(asked.message) } };
    },
  };
}

/** Its text is escaped already: no link, no command and no picture comes of a name. */
function markdownOf(text: string): MarkdownString {
  const markdown = new MarkdownString(text);
  markdown.isTrusted = false;
  markdown.supportHtml = false;
  return markdown;
}

function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) {
    controller.abort();
  }
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}

function sizeOf(size: LanguageModelToolTokenizationOptions, token: CancellationToken) {
  return {
    tokenBudget: size.tokenBudget,
    countTokens: async (text: string) => size.countTokens(text, token),
  };
}
