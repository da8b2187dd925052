/** Where this machine keeps what it is to remember of grants that end. Start-up knows no more of it. */
export const rememberedFolderName = "expiring";
