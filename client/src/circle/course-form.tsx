import { ActionIcon, Button, TextInput } from '@mantine/core'
import type { Course } from '@rondo/shared/circle/course.ts'
import { changeCourse, readCourse } from '@rondo/shared/circle/course-contract.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTell } from '../platform/ask.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { ExitInputs } from './exit-fields.tsx'

interface CourseFormProps {
  readonly circle: Circle
  readonly course: Course
}

const sign = { size: 18, stroke: 1.5, 'aria-hidden': true } as const
const MOST = 12

/** Goals and exit, for hosts. What another host saves meanwhile is told, and mine stays here until I decide. */
export function CourseForm({ circle, course }: CourseFormProps) {
  const { t } = useTranslation()
  const [goals, setGoals] = useState(() => course.goals.map(({ text }, key) => ({ key, text })))
  const [exit, setExit] = useState(course.exit)
  const [began, setBegan] = useState(course.revision)
  const [saved, setSaved] = useState(false)
  const [wrong, setWrong] = useState(false)
  const change = useTell(changeCourse, [readCourse])
  const touched = () => {
    setSaved(false)
    setWrong(false)
  }
  const save = () => {
    const written = goals.map(({ text }) => text.trim()).filter((text) => text !== '')
    const body = { revision: course.revision, goals: written, exit }
    const isRight = changeCourse.body?.safeParse(body).success === true
    setWrong(!isRight)
    if (!isRight) return
    change.mutate(
      { params: { circleId: circle.id }, body },
      {
        onSuccess: ({ revision }) => {
          setBegan(revision)
          setSaved(true)
        },
      },
    )
  }
  return (
    <form
      className="course-fields"
      onChange={touched}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <div className="course-goal-rows">
        {goals.map(({ key, text }, index) => (
          <div key={key} className="course-goal-row">
            <TextInput
              aria-label={t('circle.course.goal', { number: index + 1 })}
              value={text}
              onChange={(event) => setGoals(goals.with(index, { key, text: event.currentTarget.value }))}
            />
            <ActionIcon
              variant="subtle"
              color="var(--c-ink-2)"
              size={40}
              aria-label={t('circle.course.removeGoal', { number: index + 1 })}
              onClick={() => {
                touched()
                setGoals(goals.filter((one) => one.key !== key))
              }}
            >
              <IconX {...sign} />
            </ActionIcon>
          </div>
        ))}
      </div>
      {goals.length < MOST ? (
        <Button
          variant="subtle"
          justify="flex-start"
          leftSection={<IconPlus {...sign} />}
          onClick={() =>
            setGoals([...goals, { key: Math.max(-1, ...goals.map(({ key }) => key)) + 1, text: '' }])
          }
        >
          {t('circle.course.addGoal')}
        </Button>
      ) : null}
      <p className="soft">{t('circle.course.exitAbout')}</p>
      <ExitInputs value={exit} onChange={setExit} />
      <p className="control-error" role="alert">
        {wrong ? t('circle.course.wrong') : ''}
      </p>
      {began === course.revision || saved ? null : (
        <p className="text-small" role="status">
          {t('circle.course.changedMeanwhile')}
        </p>
      )}
      {change.error === null ? null : <RefusalNotice error={change.error} />}
      <div className="circle-settings-act">
        <Button type="submit" loading={change.isPending}>
          {t('circle.course.save')}
        </Button>
        <p className="text-small soft" role="status">
          {saved ? t('circle.settings.saved') : ''}
        </p>
      </div>
    </form>
  )
}
