import {
  code,
  decision,
  insight,
  link,
  list,
  next,
  parking,
  question,
  quote,
  type StoryCircle,
  type StoryMeeting,
  said,
  win,
} from './story.ts'

const ripgrep: StoryMeeting = {
  weeksAgo: 4,
  title: 'ripgrep: where the speed comes from',
  presenter: 'wanjiru',
  attended: ['priya', 'wanjiru', 'jonas', 'hana', 'leyla', 'thiago'],
  segments: [
    {
      title: 'Check-in',
      minutes: 5,
      blocks: [
        said('leyla', 'Six of us, two for the first time. ', { person: 'hana' }, ' calls from a train.'),
      ],
    },
    {
      title: 'Show and tell',
      minutes: 25,
      spent: 28,
      blocks: [
        said(
          'jonas',
          { person: 'wanjiru' },
          ' starts with the question nobody asks: why is the slow path so short?',
        ),
        said(
          'leyla',
          'Most lines are thrown away before the regular expression is ever run. A literal is searched first.',
        ),
        insight(17, 'jonas', 'The fastest code is the code that decides early that it need not run.'),
        quote(24, 'leyla', '“It is not clever. It is lazy in the right place.”'),
      ],
    },
    {
      title: 'Questions',
      minutes: 15,
      blocks: [
        question(36, 'hana', 'How does it know that a file is binary without reading all of it?'),
        decision(41, 'priya', 'We read one file a week, and never more than six hundred lines.'),
      ],
    },
    {
      title: 'Next steps and close',
      minutes: 10,
      blocks: [
        next(
          49,
          'leyla',
          { who: 'thiago', dueInDays: 7, done: true },
          'Choose a C file under six hundred lines for next week',
        ),
        win(52, 'leyla', { person: 'hana' }, ' asked three questions in a language she had never read.'),
      ],
    },
  ],
}

const git: StoryMeeting = {
  weeksAgo: 3,
  title: 'Why Git stores trees',
  presenter: 'thiago',
  attended: ['priya', 'wanjiru', 'jonas', 'hana', 'thiago'],
  segments: [
    { title: 'Check-in', minutes: 5, blocks: [] },
    { title: 'From last time', minutes: 5, carryOver: true, blocks: [] },
    {
      title: 'Show and tell',
      minutes: 25,
      blocks: [
        said(
          'priya',
          'A commit does not know what changed. It knows what everything looked like, and the difference is worked out when somebody asks.',
        ),
        code('priya', 'tree 4b825dc\n  100644 blob 8ab686e  README\n  040000 tree 1f7a7a4  src'),
        insight(
          21,
          'wanjiru',
          'Names live in the parent, never in the thing itself. That is why a rename costs nothing.',
        ),
      ],
    },
    {
      title: 'Questions',
      minutes: 15,
      spent: 19,
      blocks: [
        question(38, 'jonas', 'When do loose objects become a pack, and who decides it?'),
        parking(40, 'priya', 'How merges find a common ancestor'),
      ],
    },
    {
      title: 'Next steps and close',
      minutes: 10,
      blocks: [
        next(
          51,
          'priya',
          { who: 'hana', dueInDays: 12 },
          'Ask the Git list why loose objects are sharded by one byte only',
        ),
        decision(
          53,
          'wanjiru',
          'Whoever presents sends the commit they read, so that we all read the same lines.',
        ),
      ],
    },
  ],
}

const pager: StoryMeeting = {
  weeksAgo: 2,
  title: 'SQLite’s pager, first half',
  presenter: 'jonas',
  attended: ['priya', 'wanjiru', 'jonas', 'leyla', 'thiago'],
  segments: [
    { title: 'Check-in', minutes: 5, blocks: [] },
    { title: 'From last time', minutes: 5, carryOver: true, blocks: [] },
    {
      title: 'Show and tell',
      minutes: 25,
      spent: 31,
      blocks: [
        said(
          'leyla',
          { person: 'jonas' },
          ' reads the comment at the top aloud. It takes four minutes and is the best part.',
        ),
        list(
          'thiago',
          ['A page is clean until somebody says otherwise.'],
          ['The journal is written before the page is touched.'],
          ['The file is the truth only after the journal is gone.'],
        ),
        insight(26, 'leyla', 'Durability is an order of events, not a feature.'),
      ],
    },
    {
      title: 'Questions',
      minutes: 15,
      blocks: [question(42, 'priya', 'What happens if the disk says “written” and lies?')],
    },
    {
      title: 'Next steps and close',
      minutes: 10,
      blocks: [
        next(
          55,
          'leyla',
          { who: 'wanjiru', dueInDays: 9 },
          'Find a second file with a comment as good as this one',
        ),
        next(
          56,
          'leyla',
          { who: 'priya', dueInDays: 9, done: true },
          'Draw the states of a page on one sheet',
        ),
        link(57, 'thiago', 'Everything we said about ledgers is in ', { page: 'words' }),
      ],
    },
  ],
}

const flask: StoryMeeting = {
  weeksAgo: 1,
  title: 'Flask: one request, start to end',
  presenter: 'priya',
  attended: ['priya', 'jonas', 'hana', 'leyla', 'thiago'],
  segments: [
    { title: 'Check-in', minutes: 5, blocks: [said('hana', 'Rain in three of four cities.')] },
    { title: 'From last time', minutes: 5, carryOver: true, blocks: [] },
    {
      title: 'Show and tell',
      minutes: 25,
      blocks: [
        said(
          'hana',
          { person: 'priya' },
          ' begins where the server begins: ',
          { code: 'wsgi_app()' },
          ', eleven lines that hold a whole request. We used ',
          { page: 'way-in' },
          ' and found the door in ten minutes.',
        ),
        code(
          'hana',
          'ctx = self.request_context(environ)\ntry:\n    ctx.push()\n    response = self.full_dispatch_request()',
        ),
        insight(
          17,
          'jonas',
          'A global that is not global: ',
          { code: 'request' },
          ' is a name that asks, each time, whose turn it is.',
        ),
        quote(24, 'leyla', '“The happy path and the sad path meet before anyone outside can see.”'),
      ],
    },
    {
      title: 'Questions',
      minutes: 15,
      spent: 18,
      blocks: [
        question(43, 'thiago', 'Why two stacks, one for the app and one for the request, and not one?'),
      ],
    },
    {
      title: 'Next steps and close',
      minutes: 10,
      blocks: [
        decision(52, 'hana', 'We write the version we read at the top of the notes.'),
        next(54, 'hana', { who: 'priya', dueInDays: 8 }, 'Write the one-page map of a request'),
        next(
          55,
          'hana',
          { who: 'jonas', dueInDays: 6, done: true },
          'Send ',
          { person: 'thiago' },
          ' the talk about context locals',
        ),
        win(58, 'leyla', { person: 'hana' }, ' opened a strange file alone and stayed for an hour.'),
      ],
    },
  ],
}

export const readingCode: StoryCircle = {
  name: 'Reading other people’s code',
  purpose:
    'To read one piece of code that we did not write, every week, until strange code stops being frightening.',
  timeZone: 'Europe/Berlin',
  people: ['jonas', 'wanjiru', 'hana', 'leyla', 'priya', 'thiago'],
  meetings: [ripgrep, git, pager, flask],
  agreements: [
    {
      version: 1,
      by: 'jonas',
      clauses: [
        'What is said here stays here; what is learned here may leave.',
        'We begin and end on time.',
        'We are honest about the code and kind about whoever wrote it.',
        'Every meeting ends with one small thing that somebody will do.',
      ],
      accepts: ['wanjiru', 'hana', 'leyla', 'priya'],
    },
    {
      version: 2,
      by: 'wanjiru',
      clauses: [
        'What is said here stays here; what is learned here may leave.',
        'We begin and end on time; whoever is late reads what they missed before asking.',
        'We are honest about the code and kind about whoever wrote it.',
        'Every meeting ends with one small thing that somebody will do.',
        'Whoever cannot come answers in the thread within two days.',
      ],
      accepts: ['hana', 'leyla'],
      comment: { by: 'thiago', words: 'Two days is short across nine hours. Three?' },
    },
  ],
  threads: [
    {
      title: 'What makes code easy to enter? One example, one sentence why.',
      posts: [
        {
          by: 'leyla',
          hoursAgo: 70,
          words: [
            'Ours for this week, each in your own day. I begin: a file whose first forty lines are prose. By the time the code starts I know the characters.',
          ],
        },
        {
          by: 'wanjiru',
          hoursAgo: 57,
          words: [
            'Names that tell me what I may ignore. ',
            { person: 'jonas' },
            ', you said something like that about the pager.',
          ],
        },
        {
          by: 'jonas',
          hoursAgo: 50,
          words: ['I did. A good name is permission to stop reading.'],
          replyTo: 1,
        },
        {
          by: 'thiago',
          hoursAgo: 45,
          words: [
            'The first test. In the parser we read in August it was three lines long and explained the whole design.',
          ],
        },
        {
          by: 'hana',
          hoursAgo: 21,
          words: [
            'One way in and one way out. I could draw it after ten minutes, and my drawing was right. ',
            { person: 'priya' },
            ', what is yours?',
          ],
        },
        {
          by: 'wanjiru',
          hoursAgo: 4,
          words: [
            'Reading these together: prose, names, a first test, one door. That is nearly a page already.',
          ],
        },
      ],
    },
    {
      title: 'Do we pin a version before we read?',
      posts: [
        {
          by: 'thiago',
          hoursAgo: 120,
          words: [
            'Twice now we read different lines under the same name. Shall we write the commit into the invitation?',
          ],
        },
        {
          by: 'leyla',
          hoursAgo: 110,
          words: [
            'Yes. And at the top of the notes, so that whoever reads them next year finds the same code.',
          ],
        },
        { by: 'jonas', hoursAgo: 30, words: ['Decided last Thursday, it is in the show-notes.'] },
      ],
    },
  ],
}
