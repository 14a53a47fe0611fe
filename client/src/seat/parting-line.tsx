import { Button, TextInput } from '@mantine/core'
import type { Block } from '@rondo/shared/document/block.ts'
import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import { writeIntoSegment } from '@rondo/shared/document/write-into-segment.ts'
import type { CaptureId, MemberId, SegmentId } from '@rondo/shared/kernel/id.ts'
import { line } from '@rondo/shared/kernel/text.ts'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { z } from 'zod'
import { serverNow } from '../platform/clock.ts'
import { kept } from '../platform/storage.ts'
import { useReader } from '../ui/reader/reader.ts'

interface PartingLineProps {
  readonly kind: 'insight' | 'next'
  readonly doc: Y.Doc
  readonly segmentId: SegmentId | undefined
  /** Under which name what is being written is kept. */
  readonly draftName: string
}

const sentence = line(300)

/** One question; the answer is a capture that its author writes into the page, also without a connection. */
export function PartingLine({ kind, doc, segmentId, draftName }: PartingLineProps) {
  const { t } = useTranslation()
  const me = useReader().id as MemberId
  const [store] = useState(() => kept(draftName, z.string().max(2000)))
  const [text, setText] = useState(() => store.read() ?? '')
  const [written, setWritten] = useState<string>()
  const said = useRef<HTMLParagraphElement>(null)
  const parsed = sentence.safeParse(text)
  const isWrong = text.trim() !== '' && !parsed.success
  const write = (next: string) => {
    setText(next)
    if (next === '') store.forget()
    else store.write(next)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!parsed.success) return
    const who = kind === 'next' ? { who: me } : {}
    const id = crypto.randomUUID() as CaptureId
    const block: Block = { type: 'capture', id, kind, line: parsed.data, at: serverNow(), ...who }
    if (segmentId === undefined || writeIntoSegment(doc, segmentId, [block]) === undefined)
      appendBlocks(doc, [block])
    write('')
    setWritten(parsed.data)
    requestAnimationFrame(() => said.current?.focus())
  }
  return (
    <form className="parting-line" onSubmit={submit}>
      <TextInput
        label={t(`seat.parting.${kind}`)}
        placeholder={t(`seat.parting.${kind}Example`)}
        value={text}
        error={isWrong ? t('seat.parting.wrong') : undefined}
        onChange={(event) => write(event.currentTarget.value)}
      />
      <Button type="submit" disabled={!parsed.success}>
        {t(`seat.parting.${kind}Add`)}
      </Button>
      {written === undefined ? null : (
        <p ref={said} tabIndex={-1} className="text-small soft" role="status">
          {t(`seat.parting.${kind}Written`, { text: written })}
        </p>
      )}
    </form>
  )
}
