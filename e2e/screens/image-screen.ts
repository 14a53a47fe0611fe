import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'

/** A part of a picture, in its own pixels. */
export interface Part {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A picture of 400 by 300 on which no two neighbouring stripes have one colour, as a file of this browser pastes it. */
export const pasteStripes = (text: Locator): Promise<void> =>
  text.evaluate(async (element) => {
    const canvas = document.createElement('canvas')
    canvas.width = 400
    canvas.height = 300
    const brush = canvas.getContext('2d')
    for (let x = 0; x < 400; x += 4) {
      if (brush === null) throw new Error('no canvas')
      brush.fillStyle = `hsl(${(x * 47) % 360} 80% ${30 + ((x * 13) % 50)}%)`
      brush.fillRect(x, 0, 4, 300)
    }
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve))
    const clipboardData = new DataTransfer()
    if (blob !== null) clipboardData.items.add(new File([blob], 'screenshot.png', { type: 'image/png' }))
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })

/** How many colours a part of a picture has, as this browser reads the bytes. */
export const coloursIn = (page: Page, bytes: Uint8Array, part: Part): Promise<number> =>
  page.evaluate(
    async ({ base64, part: { x, y, width, height } }) => {
      const binary = atob(base64)
      const content = Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
      const bitmap = await createImageBitmap(new Blob([content]))
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
      const brush = canvas.getContext('2d')
      brush?.drawImage(bitmap, 0, 0)
      const data = brush?.getImageData(x, y, width, height).data ?? new Uint8ClampedArray()
      const pixels = new Uint32Array(data.buffer)
      return new Set(pixels).size
    },
    { base64: Buffer.from(bytes).toString('base64'), part },
  )

/** Every picture that the server keeps, as it lies on its disk. */
export const storedPictures = async (dataDir: string): Promise<Map<string, Uint8Array>> => {
  const folder = join(dataDir, 'files', 'image')
  const names = await readdir(folder).catch(() => [])
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)),
  )
}

/** The dialog in which one draws on an image. */
export class DrawingScreen {
  readonly dialog: Locator
  readonly board: Locator

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Draw on the image' })
    this.board = this.dialog.getByRole('group', { name: /^The image with what is drawn on it/ })
  }

  async choose(tool: string): Promise<void> {
    await this.dialog.getByRole('button', { name: tool, exact: true }).click()
  }

  /** Draws from one corner of a part to the other, by mouse. */
  async draw(page: Page, part: Part): Promise<void> {
    const box = await this.board.boundingBox()
    if (box === null) throw new Error('nothing to draw on')
    const scale = Math.min(box.width / 400, box.height / 300)
    const [left, top] = [box.x + (box.width - 400 * scale) / 2, box.y + (box.height - 300 * scale) / 2]
    await page.mouse.move(left + part.x * scale, top + part.y * scale)
    await page.mouse.down()
    await page.mouse.move(left + (part.x + part.width) * scale, top + (part.y + part.height) * scale, {
      steps: 4,
    })
    await page.mouse.up()
  }

  shape(name: string | RegExp): Locator {
    return this.dialog.getByRole('button', { name })
  }
}
