import { decision, next, type StoryCircle, said, win } from './story.ts'

export const fridayWins: StoryCircle = {
  name: 'Friday wins',
  purpose: 'To end the week by saying aloud what went well, and who helped.',
  timeZone: 'Europe/Berlin',
  people: ['priya', 'leyla', 'thiago', 'hana'],
  agreements: [
    {
      version: 1,
      by: 'leyla',
      clauses: ['A win has somebody else in it.', 'Nobody has to have one.'],
      accepts: ['priya', 'thiago', 'hana'],
    },
  ],
  meetings: [
    {
      weeksAgo: 2,
      title: 'Wins of the week',
      presenter: 'leyla',
      attended: ['leyla', 'priya', 'thiago'],
      segments: [
        {
          title: 'Round of wins',
          minutes: 20,
          blocks: [
            win(4, 'leyla', 'The first patch of ', { person: 'hana' }, ' to a C project was merged.'),
            win(
              9,
              'thiago',
              { person: 'leyla' },
              ' explained joins with lunch trays, and now nobody can forget them.',
            ),
          ],
        },
        {
          title: 'Close',
          minutes: 10,
          blocks: [decision(24, 'priya', 'Ten minutes of silence to write first, then we speak.')],
        },
      ],
    },
    {
      weeksAgo: 1,
      title: 'Wins of the week',
      presenter: 'thiago',
      attended: ['leyla', 'priya', 'thiago', 'hana'],
      segments: [
        { title: 'Quiet writing', minutes: 10, blocks: [] },
        {
          title: 'Round of wins',
          minutes: 15,
          blocks: [
            said('priya', 'The silence helped. Twice as many as last week.'),
            win(12, 'hana', 'Three people adapted the review checklist without asking whether they may.'),
            win(
              15,
              'leyla',
              { person: 'priya' },
              ' said “I do not know” in front of forty people, and then found out.',
            ),
          ],
        },
        {
          title: 'Close',
          minutes: 5,
          blocks: [
            next(28, 'thiago', { who: 'thiago', dueInDays: 7 }, 'Try the critique lab with the docs team'),
          ],
        },
      ],
    },
  ],
  threads: [
    {
      title: 'A win that came in the night',
      posts: [
        {
          by: 'hana',
          hoursAgo: 12,
          words: [
            'While you slept the release went out, and nobody had to wake anybody. Thank you for the checklist.',
          ],
        },
        { by: 'leyla', hoursAgo: 6, words: ['Good morning to that.'] },
      ],
    },
  ],
}
