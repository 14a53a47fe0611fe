/** Characters of a file: far above a day of notes, and still one request. */
export const LONGEST_FILE = 500_000

/** What they take at most in a request, in whatever script. */
export const MOST_FILE_BYTES = 3 * 1024 * 1024
