const ADDRESS = /https?:\/\/\S+/gi
const LONGEST = 160

/** The title of the page that a link becomes: what was said about it, or the name of its host. */
export const pageTitleOf = (text: string): string => {
  const said = text
    .replace(ADDRESS, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s:–—-]+|[\s:–—-]+$/gu, '')
  return [...(said === '' ? hostIn(text) : said)].slice(0, LONGEST).join('').trim()
}

const hostIn = (text: string): string => {
  const [address = ''] = text.match(ADDRESS) ?? []
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : ''
}
