import type { ListedFile } from './files.ts'

/** What S3 answers with is flat XML in a fixed form, so a few expressions read it; nothing in it is trusted to be a name. */
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const plain = (text: string): string =>
  text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|\w{2,4});/gi, (whole, entity: string) => {
    if (!entity.startsWith('#')) return ENTITIES[entity] ?? whole
    const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1))
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole
  })

/** What stands in the first element of this name; empty where there is none. */
export const textOf = (xml: string, element: string): string => {
  const [, text = ''] = new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml) ?? []
  return plain(text)
}

export const listedIn = (xml: string): ({ key: string } & Omit<ListedFile, 'name'>)[] =>
  [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, one = '']) => ({
    key: textOf(one, 'Key'),
    bytes: Number(textOf(one, 'Size')),
    changedAt: Date.parse(textOf(one, 'LastModified')),
  }))
