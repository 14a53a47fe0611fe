import { Button } from '@mantine/core'
import { listCircles, readCircle } from '@rondo/shared/circle/contract.ts'
import type { Course, DriftChoice, Exit } from '@rondo/shared/circle/course.ts'
import { chooseCourse, readCourse } from '@rondo/shared/circle/course-contract.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { IconCompass } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { useTell } from '../platform/ask.ts'
import { Confirm } from '../ui/dialog/dialog.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { ExitFields } from './exit-fields.tsx'
import { useCourse } from './queries.ts'
import './circle-state.css'

/** The circle has reached its end, or lost its rhythm: the next facilitator chooses how it goes on. */
export function DriftPrompt({ circle }: { readonly circle: Circle }) {
  const { t } = useTranslation()
  const who = useWho()
  const course = useCourse(circle.id).data
  if (course === undefined || course.drift.length === 0) return null
  const asked = course.askedOf === null ? undefined : who(course.askedOf)
  const says = course.drift.map((reason) => t(`circle.drift.${reason}`)).join(' ')
  return (
    <section className="circle-state" aria-label={t('circle.drift.label')}>
      <IconCompass size={20} stroke={1.5} aria-hidden="true" />
      <div>
        <p>
          <b>{says}</b>{' '}
          <span className="soft">
            {course.mayChoose
              ? t('circle.drift.choose')
              : asked === undefined
                ? t('circle.drift.hostsChoose')
                : t('circle.drift.theyChoose', { name: asked.shown })}
          </span>
        </p>
        {course.mayChoose ? <Choices circle={circle} course={course} /> : null}
      </div>
    </section>
  )
}

interface ChoicesProps {
  readonly circle: Circle
  readonly course: Course
}

/** Going on with an exit that is reached needs another one; without one it is a single press. */
function Choices({ circle, course }: ChoicesProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const choose = useTell(chooseCourse, [readCourse, readCircle, listCircles])
  const [next, setNext] = useState<'renew' | 'change-format' | null>(null)
  const [closing, setClosing] = useState(false)
  const needsExit = course.drift.some((reason) => reason !== 'missed')
  const send = (choice: DriftChoice, exit?: Exit) =>
    choose.mutate(
      {
        params: { circleId: circle.id },
        body: { choice, revision: course.revision, ...(exit === undefined ? {} : { exit }) },
      },
      {
        onSuccess: () => {
          setClosing(false)
          setNext(null)
          if (choice === 'change-format')
            void navigate({ to: '/circles/$circleId/formats', params: { circleId: circle.id } })
        },
      },
    )
  const goOn = (choice: 'renew' | 'change-format') => (needsExit ? setNext(choice) : send(choice))
  if (next !== null)
    return (
      <ExitFields
        start={course.exit}
        yes={t(`circle.drift.do.${next}`)}
        busy={choose.isPending}
        problem={choose.error}
        onSave={(exit) => send(next, exit)}
        onCancel={() => setNext(null)}
      />
    )
  return (
    <>
      <div className="circle-state-act">
        <Button loading={choose.isPending} onClick={() => goOn('renew')}>
          {t('circle.drift.do.renew')}
        </Button>
        <Button disabled={choose.isPending} onClick={() => goOn('change-format')}>
          {t('circle.drift.do.change-format')}
        </Button>
        <Button disabled={choose.isPending} onClick={() => setClosing(true)}>
          {t('circle.drift.do.close')}
        </Button>
      </div>
      {choose.error === null ? null : <RefusalNotice error={choose.error} />}
      <Confirm
        opened={closing}
        onClose={() => setClosing(false)}
        title={t('circle.life.closeTitle', { circle: circle.name })}
        yes={t('circle.drift.do.close')}
        no={t('circle.life.closeNo')}
        onYes={() => send('close')}
        busy={choose.isPending}
      >
        {t('circle.life.closeAbout')}
      </Confirm>
    </>
  )
}
