import { Button } from '@mantine/core'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Confirm } from '../ui/dialog/dialog.tsx'
import { Section } from '../ui/section/section.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { useMove } from './circle-state.tsx'
import { CourseForm } from './course-form.tsx'
import { NotYet } from './not-yet.tsx'
import { useCourse } from './queries.ts'
import './circle-state.css'

/** Goals and exit, among the settings. */
export function CourseSettings({ circle }: { readonly circle: Circle }) {
  const { t } = useTranslation()
  const asked = useCourse(circle.id)
  return (
    <div className="settings-part" id="course">
      <Section title={t('circle.course.title')}>
        {asked.data === undefined ? (
          <NotYet asked={asked} rows={2} />
        ) : (
          <CourseForm circle={circle} course={asked.data} />
        )}
      </Section>
    </div>
  )
}

/** The end of the circle, among the settings: it is begun here and told on its page. */
export function CloseCircle({ circle }: { readonly circle: Circle }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  const move = useMove(circle)
  if (circle.status !== 'active') return null
  return (
    <div className="settings-part">
      <Section title={t('circle.life.endTitle')}>
        <p className="soft">{t('circle.life.closeAbout')}</p>
        <div className="circle-state-act">
          <Button onClick={() => setAsked(true)}>{t('circle.drift.do.close')}</Button>
        </div>
        <Confirm
          opened={asked}
          onClose={() => {
            setAsked(false)
            move.reset()
          }}
          title={t('circle.life.closeTitle', { circle: circle.name })}
          yes={t('circle.drift.do.close')}
          no={t('circle.life.closeNo')}
          onYes={() => move.go('closing')}
          busy={move.isPending}
        >
          {t('circle.life.closeAbout')}
          {move.error === null ? null : <RefusalNotice error={move.error} />}
        </Confirm>
      </Section>
    </div>
  )
}
