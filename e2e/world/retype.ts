import type { Notes } from '../screens/notes.ts'
import type { Line } from './minutes.ts'

const press = async (notes: Notes, key: string, times: number): Promise<void> => {
  for (let time = 0; time < times; time++) await notes.press(key)
}

const isInList = ({ page }: Notes): Promise<boolean> =>
  page.evaluate(() => {
    const node = document.getSelection()?.anchorNode
    const element = node instanceof Element ? node : node?.parentElement
    return element?.closest('li') != null
  })

/** Types minutes as a person does who knows the editor: menus for segments and captures, Tab for depth. */
export const retype = async (notes: Notes, lines: readonly Line[]): Promise<void> => {
  let depth = -1
  let base = 0
  const leaveList = async () => {
    if (depth < 0) return
    await notes.press('Enter')
    while (await isInList(notes)) await notes.press('Enter')
    depth = -1
  }
  const type = (text: string) => notes.page.keyboard.type(text)
  const catchAs = async (sign: string, option: RegExp, text: string) => {
    await leaveList()
    await notes.choose(sign, option)
    await type(text)
  }
  for (const line of lines) {
    switch (line.kind) {
      case 'heading':
        await catchAs('/segment', /^Segment/, line.text)
        await notes.press('Enter')
        break
      case 'paragraph':
        await leaveList()
        await type(line.text)
        await notes.press('Enter')
        break
      case 'action':
        await catchAs('/next', /^Next step/, line.text)
        if (line.who !== undefined) await notes.choose(` @${line.who}`, line.who)
        await notes.press('Enter')
        break
      case 'decision':
        await catchAs('/decision', /^Decision/, line.text)
        await notes.press('Enter')
        break
      case 'question':
        await catchAs('/question', /^Question/, line.text)
        await notes.press('Enter')
        break
      case 'point': {
        const isFirst = depth < 0
        if (isFirst) base = line.depth
        // A list begins at its edge, and nobody jumps in by two.
        const to = isFirst ? 0 : Math.min(Math.max(0, line.depth - base), depth + 1)
        if (isFirst) await type('- ')
        else await notes.press('Enter')
        await press(notes, 'Tab', isFirst ? 0 : to - depth)
        await press(notes, 'Shift+Tab', isFirst ? 0 : depth - to)
        depth = to
        await type(line.text)
        break
      }
    }
  }
  await leaveList()
}
