/** What opens the history of the page on screen. */
export const historyKeys = 'Alt Shift H'
