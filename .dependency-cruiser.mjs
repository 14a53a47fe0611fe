/** Read from top to bottom: a room of the server may import from the rooms above it, never from those below. */
const rooms = [
  'kernel',
  'platform',
  'journal',
  'projection',
  'live',
  'sync',
  'account',
  'circle',
  'hours',
  'format',
  'rotation',
  'page',
  'capture',
  'image',
  'version',
  'media',
  'thread',
  'meeting',
  'recording',
  'markdown',
  'guest',
  'cadence',
  'feed',
  'help',
  'coaching',
  'sprint',
  'pulse',
  'search',
  'notify',
  'follow-up',
  'ritual',
  'seat',
  'world',
]
const features = rooms.slice(rooms.indexOf('account'))

const oneOf = (names) => `(?:${names.join('|')})`
const captured = (names) => `(${names.join('|')})`
const room = (names) => `^server/src/${oneOf(names)}/`
const error = (name, from, to) => ({ name, severity: 'error', from, to })

/** A test assembles a small world of its own: the order binds what ships, not what proves it. */
const test = '[.]test[.]tsx?$'

const downwards = rooms
  .slice(0, -1)
  .map((name, i) =>
    error(`${name}-looks-up-only`, { path: room([name]), pathNot: test }, { path: room(rooms.slice(i + 1)) }),
  )

/** A room that the list above does not name has no place in the order, so nothing may enter it. */
const placed = error(
  'every-room-has-a-place',
  { path: '^server/src/' },
  { path: '^server/src/[^/]+/', pathNot: room([...rooms, 'app']) },
)

export default {
  forbidden: [
    error('no-cycle', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    // `mdast` is a package of types alone.
    error(
      'no-unresolvable',
      { path: '^(client|server|shared|e2e)/' },
      { couldNotResolve: true, pathNot: '^mdast$' },
    ),
    error('shared-is-the-floor', { path: '^shared/' }, { path: '^(client|server|e2e)/' }),
    error('shared-is-pure', { path: '^shared/src/', pathNot: test }, { dependencyTypes: ['core'] }),
    error(
      'workspaces-never-meet',
      { path: '^(client|server|e2e)/' },
      { path: '^(client|server|e2e)/', pathNot: '^$1/' },
    ),
    error(
      'only-app-assembles',
      { path: '^(client|server)/src/(?!app/|main[.])', pathNot: test },
      { path: '^(client|server)/src/app/' },
    ),
    ...downwards,
    placed,
    error(
      'enter-by-the-front-door',
      { path: `^server/src/${captured(features)}/`, pathNot: test },
      { path: room(features), pathNot: ['^server/src/$1/', '/index[.]ts$'] },
    ),
    error(
      'app-enters-by-the-front-door',
      { path: '^server/src/app/', pathNot: test },
      { path: room(features), pathNot: '/index[.]ts$' },
    ),
    error(
      'rules-are-pure',
      { path: '/rules[.]ts$' },
      { pathNot: ['^shared/', '^server/src/kernel/', '/rules[.]ts$', '/node_modules/temporal-polyfill/'] },
    ),
    error(
      'routes-do-not-query',
      { path: '^server/src/[^/]+/routes[.]ts$' },
      { path: '/store[.]ts$|^server/src/platform/db/' },
    ),
    error(
      'the-ground-knows-no-feature',
      { path: '^(client|server)/src/(sync|live|journal|projection|editor|ui)/', pathNot: test },
      { path: `^(client|server|shared)/src/${oneOf(features)}/` },
    ),
    error(
      'client-features-meet-at-the-front-door',
      { path: `^client/src/${captured(features)}/`, pathNot: test },
      { path: `^client/src/${oneOf(features)}/`, pathNot: ['^client/src/$1/', '/index[.]tsx?$'] },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
    },
  },
}
