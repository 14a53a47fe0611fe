import { insight, type PersonKey, question, type StoryMeeting, said, win } from './story.ts'

/** The meeting that is live while the visitor looks round; it started a quarter of an hour ago. */
export const liveNow: StoryMeeting = {
  weeksAgo: 0,
  title: 'How Redis forgets: reading expire.c',
  presenter: 'jonas',
  attended: ['jonas', 'wanjiru', 'leyla'],
  segments: [
    {
      title: 'Check-in',
      minutes: 5,
      spent: 4,
      prompt: 'One sentence each: what brings you here today?',
      blocks: [
        said(
          'wanjiru',
          { person: 'leyla' },
          ' slept badly and came for the company. ',
          { person: 'jonas' },
          ' has a joke about time to live.',
        ),
        win(3, 'wanjiru', 'Nobody was late.'),
      ],
    },
    { title: 'From last time', minutes: 5, spent: 4, carryOver: true, blocks: [] },
    {
      title: 'Show and tell',
      minutes: 25,
      prompt: 'What is it, why does it matter, and where did it surprise you?',
      blocks: [
        said(
          'jonas',
          'We start at ',
          { code: 'activeExpireCycle()' },
          '. It looks at twenty keys, throws out the dead ones, and goes round again while more than a tenth were stale. How to enter a file like this: ',
          { page: 'way-in' },
          '.',
        ),
        insight(
          9,
          'wanjiru',
          'Expiry is two promises: never serve a dead key, and free it when that is cheap.',
        ),
        question(10, 'leyla', 'Who notices if a key is dead and nobody ever asks for it?'),
      ],
    },
    {
      title: 'Questions',
      minutes: 15,
      prompt: 'What would you like to understand better?',
      blocks: [],
    },
    {
      title: 'Next steps and close',
      minutes: 10,
      prompt: 'Who does what by when, and what do you take away?',
      blocks: [],
    },
  ],
}

/** One thing that a scripted person does in the live meeting. */
export type Act =
  | { by: PersonKey; type: 'write'; text: string }
  | {
      by: PersonKey
      type: 'catch'
      kind: 'insight' | 'question' | 'decision' | 'quote' | 'next'
      text: string
    }

/** What the scripted people type into the segment "Show and tell", both at once, at the speed of hands. */
export const acts: Act[] = [
  {
    by: 'jonas',
    type: 'write',
    text: 'The cycle gives itself a quarter of the tick and no more. A million dead keys make nobody slow, they only stay a while.',
  },
  {
    by: 'wanjiru',
    type: 'write',
    text: 'And the fast cycle? One millisecond, right before the server goes to sleep. It does most of the work.',
  },
  { by: 'jonas', type: 'catch', kind: 'quote', text: '“The budget is the feature.”' },
  { by: 'wanjiru', type: 'catch', kind: 'question', text: 'Why is the effort setting not in the manual?' },
  {
    by: 'jonas',
    type: 'write',
    text: 'A replica never expires a key by itself. It waits to be told, even when the clock says otherwise.',
  },
  {
    by: 'wanjiru',
    type: 'catch',
    kind: 'insight',
    text: 'There is one place that decides, and everybody else only listens.',
  },
  {
    by: 'jonas',
    type: 'catch',
    kind: 'next',
    text: 'Measure the tail latency with a hundred thousand keys that expire at once',
  },
  {
    by: 'wanjiru',
    type: 'write',
    text: 'I expected a heap of deadlines. It is a random sample and a stopwatch, and that is enough.',
  },
  {
    by: 'jonas',
    type: 'catch',
    kind: 'decision',
    text: 'Next we read replication, then the cluster, one file each.',
  },
  {
    by: 'wanjiru',
    type: 'write',
    text: 'Small numbers everywhere: twenty keys, a tenth, a quarter of a tick. Somebody measured each of them once and left no note. That is a good question for the close.',
  },
]
