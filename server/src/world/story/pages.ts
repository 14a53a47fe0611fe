import type { StoryPage } from './story.ts'

export const pages: StoryPage[] = [
  {
    key: 'way-in',
    title: 'Reading code: a way in',
    by: 'leyla',
    paragraphs: [
      ['Three doors that work for us in any code base, in this order.'],
      [
        { strong: 'The test that came first. ' },
        'It says what the author wanted before there was anything to defend.',
      ],
      [{ strong: 'The longest function. ' }, 'Whatever nobody dared to split is what the program is about.'],
      [
        { strong: 'The file that changes most. ' },
        'Ask the history, not the folder names. See also ',
        { page: 'words' },
        '.',
      ],
    ],
  },
  {
    key: 'words',
    title: 'Words we use',
    by: 'wanjiru',
    paragraphs: [
      [{ strong: 'Door: ' }, 'the first place in a file that a reader can understand without the rest.'],
      [{ strong: 'Ledger: ' }, 'the part of a program that remembers. Find it early.'],
      [{ strong: 'Weather: ' }, 'everything a program cannot decide itself: clocks, disks, other people.'],
    ],
  },
  {
    key: 'asking',
    title: 'Asking early, asking well',
    by: 'hana',
    draft: {
      called: 'First draft',
      paragraphs: [
        ['Half an hour stuck is enough. Say what you tried and what happened.'],
        ['A question in the thread helps the next person too.'],
        ['There are no silly questions.'],
      ],
      revisedBy: 'leyla',
    },
    paragraphs: [
      ['Fifteen minutes stuck is enough. Say what you tried, what you expected and what happened.'],
      ['A question in the thread helps the next person too; a question in a private message helps one.'],
      ['How we look at code together stands in ', { page: 'way-in' }, '.'],
    ],
  },
]
