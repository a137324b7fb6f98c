/** The proxy notes here what was asked for; what a browser sends under this name never arrives. */
export const askedPathHeader = "x-freehold-path";
