import * as Y from 'yjs'

/** What {@link touchedBy} says of everything that is not typing inside an element. */
export const structure = '*'

/**
 * What a transaction touched, in words that cost little: the names of the elements whose text changed, and
 * {@link structure} when children or attributes of anything changed.
 */
export const touchedBy = ({ changed }: Y.Transaction): readonly string[] => {
  const names: string[] = []
  for (const type of changed.keys()) {
    const { parent } = type
    names.push(type instanceof Y.XmlText && parent instanceof Y.XmlElement ? parent.nodeName : structure)
  }
  return names
}
