import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { type Drawn, drawAnew } from './draw-anew.ts'
import { keptSize, MOST_PIXELS, typeOf } from './rules.ts'

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } })

const drawn = async (file: Uint8Array): Promise<Drawn> => {
  const answer = await drawAnew(file)
  if (!answer.ok) throw new Error(answer.refusal.detail)
  return answer.value
}

const refusalOf = (answer: Awaited<ReturnType<typeof drawAnew>>) => {
  if (answer.ok) throw new Error('It was taken.')
  return answer.refusal
}

const text = (words: string) => new TextEncoder().encode(words)
const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))
const holds = (bytes: Uint8Array, words: string) => Buffer.from(bytes).includes(words)

describe('a picture that is taken in', () => {
  test.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('may be a %s', async (format) => {
    const picture = await drawn(await plain(40, 30).toFormat(format).toBuffer())
    expect(picture).toMatchObject({ width: 40, height: 30 })
    expect(typeOf(picture.bytes)).toBe(picture.type)
  })

  test('T32 says no longer where and with what it was taken; it did before', async () => {
    const taken = await plain(40, 30)
      .withExif({
        IFD0: { Make: 'Canary camera', Artist: 'Canary person' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 31/1 0/1', GPSLongitude: '13/1 24/1 0/1' },
      })
      .jpeg()
      .toBuffer()
    expect(holds(taken, 'Canary camera')).toBe(true)
    expect((await sharp(taken).metadata()).exif).toBeDefined()
    const { bytes } = await drawn(taken)
    expect(holds(bytes, 'Canary')).toBe(false)
    const known = await sharp(bytes).metadata()
    expect([known.exif, known.xmp, known.iptc, known.icc]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  test('is upright, with the size that is seen', async () => {
    const top = await plain(40, 30)
      .composite([{ input: await plain(40, 2).negate().png().toBuffer(), top: 0, left: 0 }])
      .png()
      .toBuffer()
    const lying = await sharp(top).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const { bytes, width, height } = await drawn(lying)
    expect([width, height]).toEqual([30, 40])
    expect((await sharp(bytes).metadata()).orientation).toBeUndefined()
  })

  test('goes on moving if it moved, with all its frames', async () => {
    const frames = await Promise.all(
      ['red', 'blue', 'lime'].map((background) =>
        sharp({ create: { width: 8, height: 6, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    )
    const moving = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer()
    const { bytes, type, width, height } = await drawn(moving)
    expect({ type, width, height }).toEqual({ type: 'image/webp', width: 8, height: 6 })
    expect((await sharp(bytes, { animated: true }).metadata()).pages).toBe(3)
  })

  test('keeps every pixel of a screenshot', async () => {
    const noise = await sharp({
      create: {
        width: 64,
        height: 48,
        channels: 3,
        background: 'white',
        noise: { type: 'gaussian', mean: 128, sigma: 40 },
      },
    })
      .png()
      .toBuffer()
    const { bytes } = await drawn(noise)
    expect(await sharp(bytes).raw().toBuffer()).toEqual(await sharp(noise).raw().toBuffer())
  })

  test('T30 leaves behind what was hung on to it, however it is disguised', async () => {
    const png = await plain(8, 8).png().toBuffer()
    const jpeg = await plain(8, 8).jpeg().toBuffer()
    const script = text('<html><script>alert("canary")</script>')
    for (const file of [joined(png, script), joined(jpeg, script)]) {
      expect(holds(file, 'canary')).toBe(true)
      expect(holds((await drawn(file)).bytes, 'canary')).toBe(false)
    }
  })
})

describe('T30 what is no picture is refused in words', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
  test.each([
    ['a drawing that runs', text(svg)],
    ['one behind a mark of order', text(`\ufeff${svg}`)],
    ['one that says it is XML', text(`<?xml version="1.0"?>${svg}`)],
    ['a page', text('<!doctype html><script>alert(1)</script>')],
    ['a script', text('alert(1)//GIF89a')],
    ['a PDF', text('%PDF-1.7 /JS (app.alert(1))')],
    ['a program', text('MZ\u0090\u0000')],
    ['an archive', text('PK\u0003\u0004')],
    ['a TIFF', joined(text('II*\u0000'), new Uint8Array(40))],
    ['a BMP', joined(text('BM'), new Uint8Array(60))],
    ['nothing', new Uint8Array()],
  ])('%s', async (_title, file) => {
    expect(refusalOf(await drawAnew(file))).toMatchObject({ code: 'invalid', reason: 'image.not-a-picture' })
  })

  test.each([
    ['a script that begins like a GIF', text('GIF89a/*\u0000\u0000*/=alert(1)')],
    [
      'a page that begins like a PNG',
      joined(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), text('<script>alert(1)</script>')),
    ],
    [
      'a page that begins like a JPEG',
      joined(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), text('<script>alert(1)</script>')),
    ],
    ['a page that begins like a WebP', text('RIFF0000WEBP<script>alert(1)</script>')],
  ])('%s', async (_title, file) => {
    expect(refusalOf(await drawAnew(file))).toMatchObject({ reason: 'image.broken' })
  })

  test('half a picture', async () => {
    const whole = await plain(200, 200).png({ compressionLevel: 0 }).toBuffer()
    expect(refusalOf(await drawAnew(whole.subarray(0, whole.length / 2)))).toMatchObject({
      reason: 'image.broken',
    })
  })

  test('T31 a few bytes that unpack to a wall', async () => {
    const bomb = await plain(10_000, 6_000).png().toBuffer()
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(refusalOf(await drawAnew(bomb))).toMatchObject({
      code: 'too-large',
      reason: 'image.too-many-pixels',
    })
  })
})

test('A picture is kept as it is or smaller, never too large, and in its proportions.', () => {
  const side = fc.integer({ min: 1, max: 16_000 })
  fc.assert(
    fc.property(side, side, (width, height) => {
      const kept = keptSize({ width, height })
      expect(kept.width <= width && kept.height <= height && kept.width >= 1 && kept.height >= 1).toBe(true)
      expect(kept.width * kept.height).toBeLessThanOrEqual(16_000_000)
      expect(Math.max(kept.width, kept.height)).toBeLessThanOrEqual(8192)
      if (width * height <= 16_000_000 && Math.max(width, height) <= 8192)
        expect(kept).toEqual({ width, height })
      if (kept.width > 50 && kept.height > 50)
        expect(kept.width / kept.height / (width / height)).toBeCloseTo(1, 1)
    }),
  )
  expect(MOST_PIXELS).toBeGreaterThan(16_000_000)
})
