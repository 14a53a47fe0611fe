const LONGEST = 80

/** A name that every file system takes: words of the title, after the day of a meeting. */
export const fileNameOf = (title: string, day?: string): string => {
  const words = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
  const name = [...words.replaceAll(' ', '-')].slice(0, LONGEST).join('').replace(/-+$/, '')
  return `${[day, name || 'page'].filter((part) => part !== undefined).join('-')}.md`
}
