import { Checkbox } from '@mantine/core'
import { markGoal, readCourse } from '@rondo/shared/circle/course-contract.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { useTranslation } from 'react-i18next'
import { useTell } from '../platform/ask.ts'
import { TextLink } from '../ui/link/text-link.tsx'
import { Section } from '../ui/section/section.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { ExitWords } from './exit-words.tsx'
import { useCourse } from './queries.ts'
import { useMay, useMayManage } from './use-may-manage.ts'
import './circle-state.css'

/** What the circle wants to reach, what it has, and when it is done. Nothing where nobody said any of it. */
export function CourseSection({ circle }: { readonly circle: Circle }) {
  const { t } = useTranslation()
  const mayMark = useMay('write', circle)
  const mayManage = useMayManage(circle)
  const course = useCourse(circle.id).data
  const mark = useTell(markGoal, [readCourse])
  if (course === undefined) return null
  const { goals, exit } = course
  const said = mark.isPending ? mark.variables.body : undefined
  const isEmpty = goals.length === 0 && exit.on === null && exit.meetings === null && !exit.goals
  if (isEmpty && !mayManage) return null
  const edit = (
    <TextLink to="/circles/$circleId/settings" params={{ circleId: circle.id }} hash="course">
      {t(isEmpty ? 'circle.course.begin' : 'circle.course.edit')}
    </TextLink>
  )
  return (
    <Section title={t('circle.course.title')} {...(mayManage ? { aside: edit } : {})}>
      {isEmpty ? <p className="circle-none">{t('circle.course.none')}</p> : null}
      {goals.length === 0 ? null : (
        <ul className="course-goals">
          {goals.map(({ text, metAt }) => (
            <li key={text}>
              <Checkbox
                label={text}
                checked={said?.text === text ? said.isMet : metAt !== null}
                disabled={!mayMark}
                onChange={(event) =>
                  mark.mutate({
                    params: { circleId: circle.id },
                    body: { text, isMet: event.currentTarget.checked },
                  })
                }
              />
            </li>
          ))}
        </ul>
      )}
      {isEmpty ? null : (
        <p className="course-exit">
          <ExitWords course={course} />
        </p>
      )}
      {mark.error === null ? null : <RefusalNotice error={mark.error} />}
    </Section>
  )
}
