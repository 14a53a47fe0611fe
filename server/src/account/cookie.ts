/** What a browser showed under one name. Two cookies of the same name mean that somebody planted one. */
export type Cookie = { kind: 'none' } | { kind: 'one'; value: string } | { kind: 'many' }

/** Reads a `Cookie` header without guessing: names are compared byte by byte after plain spaces and tabs. */
export const readCookie = (header: string | undefined, name: string): Cookie => {
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.replace(/^[ \t]+|[ \t]+$/g, ''))
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))
  const [value] = values
  if (value === undefined) return { kind: 'none' }
  return values.length === 1 ? { kind: 'one', value } : { kind: 'many' }
}
