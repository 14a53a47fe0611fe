import { Button } from '@mantine/core'
import { listCircles, moveCircle, readCircle } from '@rondo/shared/circle/contract.ts'
import { draftStory, readCourse } from '@rondo/shared/circle/course-contract.ts'
import { type Circle, purpose, type Status } from '@rondo/shared/circle/model.ts'
import { listThreads } from '@rondo/shared/thread/contract.ts'
import { IconArchive, IconFlag, IconPencil } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useTell } from '../platform/ask.ts'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { TextLink } from '../ui/link/text-link.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { useCourse } from './queries.ts'
import { useMay, useMayManage } from './use-may-manage.ts'
import './circle-state.css'

const sign = { size: 20, stroke: 1.5, 'aria-hidden': true } as const

/** Where the circle is in its life, when that is anywhere but in the middle of it, and the next step from there. */
export function CircleState({ circle }: { readonly circle: Circle }) {
  switch (circle.status) {
    case 'draft':
      return <Draft circle={circle} />
    case 'closing':
      return <Closing circle={circle} />
    case 'archived':
      return <Archived circle={circle} />
    case 'active':
      return null
  }
}

interface StateProps {
  readonly icon: ReactNode
  readonly says: string
  readonly about: ReactNode
  readonly children?: ReactNode
}

function State({ icon, says, about, children }: StateProps) {
  return (
    <section className="circle-state" aria-label={says}>
      {icon}
      <div>
        <p>
          <b>{says}</b> <span className="soft">{about}</span>
        </p>
        {children}
      </div>
    </section>
  )
}

/** Takes the circle to another part of its life; what it was when the reader looked goes along. */
export const useMove = (circle: Circle) => {
  const move = useTell(moveCircle, [listCircles, readCircle, readCourse, listThreads])
  const go = (to: Status) =>
    move.mutate({ params: { circleId: circle.id }, body: { from: circle.status, to } })
  return { ...move, go }
}

function Draft({ circle }: { readonly circle: Circle }) {
  const { t } = useTranslation()
  const mayManage = useMayManage(circle)
  const move = useMove(circle)
  const isReady = purpose.safeParse(circle.purpose).success
  return (
    <State
      icon={<IconPencil {...sign} />}
      says={t('circle.life.draft')}
      about={t(isReady ? 'circle.life.draftAbout' : 'circle.life.draftNeeds')}
    >
      {mayManage ? (
        <div className="circle-state-act">
          {isReady ? (
            <Button variant="filled" loading={move.isPending} onClick={() => move.go('active')}>
              {t('circle.new.do')}
            </Button>
          ) : (
            <ButtonLink variant="filled" to="/circles/$circleId/settings" params={{ circleId: circle.id }}>
              {t('circle.life.sayPurpose')}
            </ButtonLink>
          )}
        </div>
      ) : null}
      {move.error === null ? null : <RefusalNotice error={move.error} />}
    </State>
  )
}

function Closing({ circle }: { readonly circle: Circle }) {
  const { t } = useTranslation()
  const mayManage = useMayManage(circle)
  const mayWrite = useMay('write', circle)
  const story = useCourse(circle.id).data?.storyPageId
  const move = useMove(circle)
  const draft = useTell(draftStory, [readCourse])
  const problem = move.error ?? draft.error
  return (
    <State
      icon={<IconFlag {...sign} />}
      says={t('circle.life.closing')}
      about={t('circle.life.closingAbout')}
    >
      <div className="circle-state-act">
        {story === undefined || story === null ? null : (
          <ButtonLink variant="filled" to="/pages/$pageId" params={{ pageId: story }}>
            {t('circle.life.story')}
          </ButtonLink>
        )}
        {story === null && mayWrite ? (
          <Button
            variant="filled"
            loading={draft.isPending}
            onClick={() => draft.mutate({ params: { circleId: circle.id } })}
          >
            {t('circle.life.draftStory')}
          </Button>
        ) : null}
        {mayManage ? (
          <>
            <Button loading={move.isPending} onClick={() => move.go('archived')}>
              {t('circle.life.archive')}
            </Button>
            <Button variant="subtle" disabled={move.isPending} onClick={() => move.go('active')}>
              {t('circle.life.goOn')}
            </Button>
          </>
        ) : null}
      </div>
      {problem === null ? null : <RefusalNotice error={problem} />}
    </State>
  )
}

function Archived({ circle }: { readonly circle: Circle }) {
  const { t } = useTranslation()
  const story = useCourse(circle.id).data?.storyPageId
  return (
    <State
      icon={<IconArchive {...sign} />}
      says={t('circle.life.archived')}
      about={
        <>
          {t('circle.life.archivedAbout')}{' '}
          {story === undefined || story === null ? null : (
            <TextLink to="/pages/$pageId" params={{ pageId: story }}>
              {t('circle.life.story')}
            </TextLink>
          )}
        </>
      }
    />
  )
}
