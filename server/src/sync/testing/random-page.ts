import * as Y from 'yjs'
import type { Dice } from './dice.ts'

const paragraph = (): Y.XmlElement => {
  const element = new Y.XmlElement('paragraph')
  const text = new Y.XmlText()
  text.insert(0, 'word')
  element.insert(0, [text])
  return element
}

const edit = (element: Y.XmlElement, dice: Dice): void => {
  const text = element.get(0)
  if (!(text instanceof Y.XmlText)) return
  const what = dice.upTo(8)
  if (what < 4) text.insert(dice.upTo(text.length + 1), 'abc'.slice(dice.upTo(3)))
  else if (what < 6 && text.length > 2) text.delete(dice.upTo(text.length - 1), 1)
  else if (what === 6 && text.length > 2)
    text.format(dice.upTo(text.length - 1), 1, { bold: dice.upTo(2) === 0 ? {} : null })
  else element.setAttribute('level', String(dice.upTo(5)))
}

/** One small change of a page: a block comes or goes, or something in one changes. */
export const writeAtRandom = (doc: Y.Doc, dice: Dice): void =>
  doc.transact(() => {
    const body = doc.getXmlFragment('body')
    const what = dice.upTo(10)
    const block = body.length === 0 ? null : body.get(dice.upTo(body.length))
    if (what < 2 || block === null) body.insert(dice.upTo(body.length + 1), [paragraph()])
    else if (what === 2) body.delete(dice.upTo(body.length), 1)
    else if (block instanceof Y.XmlElement) edit(block, dice)
  })
