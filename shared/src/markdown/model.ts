/** Characters of a file: far above a day of notes, and still one request. */
export const LONGEST_FILE = 500_000
