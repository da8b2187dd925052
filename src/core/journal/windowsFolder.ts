/**
 * The folder beside the journal in which windows say that they are open, and what is to end is kept. Start-up knows no more
 * of either.
 */
export const windowsFolderName = "windows";
