import { Button } from '@mantine/core'
import type { Swap } from '@rondo/shared/rotation/model.ts'
import { IconArrowsExchange } from '@tabler/icons-react'
import { Trans, useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import type { SwapVerb } from './commands.ts'
import { useRota } from './rota.ts'
import { useRotaWords } from './use-rota-words.ts'

/** Offers that wait for an answer, and swaps that can still be undone by whoever looks. */
export function SwapOffers() {
  const { t } = useTranslation()
  const { rotation, me, hand } = useRota()
  const concerns = (swap: Swap) => swap.by === me || swap.to === me || hand === 'host'
  const shown = rotation.swaps.filter(
    (swap) => swap.state === 'open' || (swap.state === 'accepted' && concerns(swap)),
  )
  if (shown.length === 0) return null
  return (
    <ul className="swap-offers" aria-label={t('rotation.offer.label')}>
      {shown.map((swap) => (
        <li key={swap.id}>
          <IconArrowsExchange size={20} stroke={1.5} aria-hidden="true" />
          <SwapSentence swap={swap} />
          <SwapActs swap={swap} />
        </li>
      ))}
    </ul>
  )
}

function SwapSentence({ swap }: { readonly swap: Swap }) {
  const { t } = useTranslation()
  const { circle, rotation, me } = useRota()
  const who = useWho()
  const words = useRotaWords(circle, rotation)
  const [by, to] = [who(swap.by), who(swap.to)]
  const values = {
    by: by.shown,
    to: to.inText,
    other: (by.isMe ? to : by).inText,
    give: words.turn(swap.give, swap.take),
    take: words.turn(swap.take, swap.give),
  }
  const involved = swap.by === me || swap.to === me
  const form =
    swap.state === 'accepted'
      ? involved
        ? 'doneYou'
        : 'done'
      : swap.by === me
        ? 'byYou'
        : swap.to === me
          ? 'toYou'
          : 'between'
  return (
    <p>
      <Trans
        i18nKey={`rotation.offer.${form}`}
        values={values}
        components={{ b: <b className="strong" /> }}
      />{' '}
      {swap.state === 'accepted' ? null : (
        <span className="soft">
          {swap.to === me ? t('rotation.offer.waitsYou') : t('rotation.offer.waits', { to: to.inText })}
        </span>
      )}
    </p>
  )
}

const verbsFor = (swap: Swap, me: string | undefined): readonly SwapVerb[] => {
  if (swap.state === 'accepted') return ['undo']
  if (swap.to === me) return ['accept', 'decline']
  return swap.by === me ? ['withdraw'] : []
}

function SwapActs({ swap }: { readonly swap: Swap }) {
  const { t } = useTranslation()
  const { me, run, tell } = useRota()
  return (
    <div className="rota-acts">
      {verbsFor(swap, me).map((verb) => (
        <Button
          key={verb}
          size="compact-sm"
          variant={verb === 'decline' || verb === 'undo' ? 'subtle' : 'default'}
          disabled={run.isPending}
          onClick={() => tell({ do: 'swap', verb, swap })}
        >
          {t(`rotation.offer.${verb}`)}
        </Button>
      ))}
    </div>
  )
}
