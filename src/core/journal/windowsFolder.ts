/** The folder beside the journal in which windows say that they are open. Start-up knows no more of the journal. */
export const windowsFolderName = "windows";
