import type { Capture } from '@rondo/shared/capture/model.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CaptureLine, useCaptures } from '../capture/index.ts'
import { Section } from '../ui/section/section.tsx'
import { NotYet } from './not-yet.tsx'
import { useMay } from './use-may-manage.ts'

const AT_FIRST = 4

/** What the circle caught and is still open, and what it decided. */
export function CircleCaptures({ circle }: { readonly circle: Circle }) {
  const { t } = useTranslation()
  const steps = useCaptures({ circleId: circle.id, kind: 'next', state: 'open' })
  const questions = useCaptures({ circleId: circle.id, kind: 'question', state: 'open' })
  const decisions = useCaptures({ circleId: circle.id, kind: 'decision' })
  const mine = useMay('write', circle)
  return (
    <>
      <CaptureSection kind="next" title={t('circle.steps.title')} asked={steps} mayTick={mine} />
      <CaptureSection kind="question" title={t('circle.questions.title')} asked={questions} mayTick={mine} />
      <CaptureSection kind="decision" title={t('circle.decisions.title')} asked={decisions} mayTick={mine} />
    </>
  )
}

interface CaptureSectionProps {
  readonly kind: Extract<Capture['kind'], 'next' | 'question' | 'decision'>
  readonly title: string
  readonly asked: ReturnType<typeof useCaptures>
  readonly mayTick: boolean
}

/** The first few, and all of them on demand; without any, one sentence that teaches what will stand here. */
function CaptureSection({ kind, title, asked, mayTick }: CaptureSectionProps) {
  const { t } = useTranslation()
  const captures = asked.data?.captures
  const [all, setAll] = useState(false)
  const shown = all ? captures : captures?.slice(0, AT_FIRST)
  const more =
    captures !== undefined && captures.length > AT_FIRST ? (
      <button type="button" className="text-link" aria-expanded={all} onClick={() => setAll(!all)}>
        {all ? t('circle.fewer') : t('circle.allOf', { count: captures.length })}
      </button>
    ) : undefined
  return (
    <Section title={title} {...(more === undefined ? {} : { aside: more })}>
      {captures === undefined ? <NotYet asked={asked} rows={3} /> : null}
      {captures?.length === 0 ? <p className="circle-none">{t(`circle.${kind}None`)}</p> : null}
      <ul className="rows">
        {shown?.map((capture) => (
          <li key={capture.id}>
            <CaptureLine capture={capture} mayTick={mayTick} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
