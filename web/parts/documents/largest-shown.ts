/** How large a set may be to be shown, in bytes: beyond, nobody reads it on a screen, and the memory would not do. */
export const largestShown = 30 * 1024 * 1024;
