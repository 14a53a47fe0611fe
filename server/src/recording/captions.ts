import type { Cue, Speaker } from '@rondo/shared/recording/model.ts'

/** Cues as WebVTT. Nothing in a text is a mark: what could be one is written as a character. */
export const captionsOf = (cues: readonly Cue[], speakers: readonly Speaker[]): string => {
  const names = new Map(speakers.map(({ number, name }) => [number, name]))
  const blocks = cues.map(({ start, end, speaker, text }) => {
    const name = speaker === null ? undefined : names.get(speaker)
    const voice = name === undefined ? '' : `<v ${escaped(name)}>`
    return `${timeOf(start)} --> ${timeOf(end)}\n${voice}${escaped(text)}`
  })
  return `${['WEBVTT', ...blocks].join('\n\n')}\n`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const two = (count: number): string => String(count).padStart(2, '0')

const timeOf = (ms: number): string => {
  const seconds = Math.floor(ms / 1000)
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':')
  return `${clock}.${String(ms % 1000).padStart(3, '0')}`
}
