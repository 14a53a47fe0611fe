import { Button } from '@mantine/core'
import type { CarriedCapture } from '@rondo/shared/capture/model.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { actsOf, type CaptureAct } from './acts.ts'
import { ActDialog } from './capture-acts.tsx'
import { useTickCapture } from './queries.ts'
import { isOpen } from './tickable.ts'

/** After three carries: do it, give it another day, drop it with a reason, or ask for help. */
export function Decide({ capture }: { readonly capture: CarriedCapture }) {
  const { t } = useTranslation()
  const tick = useTickCapture()
  const [asked, setAsked] = useState<CaptureAct>()
  const offered = actsOf(capture).filter((act) => act !== 'take-up')
  // A change shows at once; whoever made it is still to be told if it is refused, so the dialog stays.
  return (
    <>
      {isOpen(capture) ? (
        <div className="capture-decide">
          <span>{t('capture.decide.asks', { count: capture.carries })}</span>
          <Button
            size="compact-sm"
            loading={tick.isPending}
            onClick={() => tick.mutate({ capture, done: true })}
          >
            {t(capture.kind === 'question' ? 'capture.decide.answered' : 'capture.decide.done')}
          </Button>
          {offered.map((act) => (
            <Button key={act} size="compact-sm" onClick={() => setAsked(act)}>
              {t(`capture.decide.${act}`)}
            </Button>
          ))}
        </div>
      ) : null}
      <ActDialog capture={capture} act={asked} onClose={() => setAsked(undefined)} />
    </>
  )
}
