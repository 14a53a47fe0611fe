/** What a file is saved as (RFC 6266): its name for browsers that read UTF-8, and one without surprises for the others. */
export const dispositionOf = (label: string, isInline: boolean): string => {
  const plain = label.replaceAll(/[^\w. -]/g, '_')
  const encoded = encodeURIComponent(label.toWellFormed()).replaceAll(
    /['()*]/g,
    (character) => `%${character.codePointAt(0)?.toString(16).toUpperCase()}`,
  )
  return `${isInline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
