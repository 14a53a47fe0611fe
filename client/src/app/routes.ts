import { createRootRouteWithContext, createRoute } from '@tanstack/react-router'
import { readProposal } from '../cadence/proposal-in-address.ts'
import { readSearch } from '../hours/search.ts'
import { readStart } from '../meeting/start-in-address.ts'
import { readDialog } from '../rotation/dialog-in-address.ts'
import { Crashed } from './crashed.tsx'
import { type Doors, onlyGuests, onlySetUpOnce, onlySignedIn, onlySignedOut } from './guard.ts'
import { NotFound } from './not-found.tsx'
import { Porch } from './porch.tsx'
import { Root } from './root.tsx'
import { screenOf } from './screen-of.ts'
import { GuestShell } from './shell/guest-shell.tsx'
import { Shell } from './shell/shell.tsx'

const root = createRootRouteWithContext<Doors>()({
  component: Root,
  notFoundComponent: NotFound,
  errorComponent: Crashed,
})

/** Rooms without the rail, for people who are not signed in. */
const porch = createRoute({ getParentRoute: () => root, id: 'porch', component: Porch })
/** Everything behind the door: the shell with the rail. */
const house = createRoute({
  getParentRoute: () => root,
  id: 'house',
  component: Shell,
  beforeLoad: onlySignedIn,
  notFoundComponent: NotFound,
})

const setUp = createRoute({
  getParentRoute: () => porch,
  path: '/set-up',
  beforeLoad: onlySetUpOnce,
  component: screenOf(() => import('../account/set-up-screen.tsx'), 'SetUpScreen'),
})
const signIn = createRoute({
  getParentRoute: () => porch,
  path: '/sign-in',
  validateSearch: (search): { back?: string } =>
    typeof search['back'] === 'string' ? { back: search['back'] } : {},
  beforeLoad: onlySignedOut,
  component: screenOf(() => import('../account/sign-in-screen.tsx'), 'SignInScreen'),
})
const invitation = createRoute({
  getParentRoute: () => porch,
  path: '/invitations/$token',
  component: screenOf(() => import('../account/invitation-screen.tsx'), 'InvitationScreen'),
})

const guestDoor = createRoute({
  getParentRoute: () => porch,
  path: '/guests/$token',
  component: screenOf(() => import('../guest/door-screen.tsx'), 'GuestDoorScreen'),
})
/** The one room of a guest: no rail, for there is nowhere else to go. */
const guestHouse = createRoute({
  getParentRoute: () => root,
  id: 'guest-house',
  component: GuestShell,
  beforeLoad: onlyGuests,
})
const guestRoom = createRoute({
  getParentRoute: () => guestHouse,
  path: '/guest',
  component: screenOf(() => import('../meeting/guest-screen.tsx'), 'GuestScreen'),
})

const stopMails = createRoute({
  getParentRoute: () => porch,
  path: '/unsubscribe/$token',
  component: screenOf(() => import('../notify/stop-screen.tsx'), 'StopMailsScreen'),
})

const today = createRoute({
  getParentRoute: () => house,
  path: '/',
  component: screenOf(() => import('../today/screen.tsx'), 'TodayScreen'),
})
const settings = createRoute({
  getParentRoute: () => house,
  path: '/settings',
  component: screenOf(() => import('../account/settings-screen.tsx'), 'SettingsScreen'),
})
const notifications = createRoute({
  getParentRoute: () => house,
  path: '/notifications',
  component: screenOf(() => import('../notify/screen.tsx'), 'NotificationsScreen'),
})
const people = createRoute({
  getParentRoute: () => house,
  path: '/people',
  component: screenOf(() => import('../account/people-screen.tsx'), 'PeopleScreen'),
})
const circles = createRoute({
  getParentRoute: () => house,
  path: '/circles',
  component: screenOf(() => import('../circle/circles-screen.tsx'), 'CirclesScreen'),
})
const newCircle = createRoute({
  getParentRoute: () => house,
  path: '/circles/new',
  component: screenOf(() => import('../circle/new-circle-screen.tsx'), 'NewCircleScreen'),
})
const circle = createRoute({
  getParentRoute: () => house,
  path: '/circles/$circleId',
  component: screenOf(() => import('../circle/screen.tsx'), 'CircleScreen'),
})
const circleSettings = createRoute({
  getParentRoute: () => house,
  path: '/circles/$circleId/settings',
  component: screenOf(() => import('../circle/settings-screen.tsx'), 'CircleSettingsScreen'),
})
const agreement = createRoute({
  getParentRoute: () => house,
  path: '/circles/$circleId/agreement',
  component: screenOf(() => import('../circle/agreement-screen.tsx'), 'AgreementScreen'),
})
const rotation = createRoute({
  getParentRoute: () => house,
  path: '/circles/$circleId/rotation',
  validateSearch: readDialog,
  component: screenOf(() => import('../rotation/screen.tsx'), 'RotationScreen'),
})
const fairHours = createRoute({
  getParentRoute: () => house,
  path: '/circles/$circleId/fair-hours',
  validateSearch: readSearch,
  component: screenOf(() => import('../hours/screen.tsx'), 'FairHoursScreen'),
})
const formats = createRoute({
  getParentRoute: () => house,
  path: '/circles/$circleId/formats',
  component: screenOf(() => import('../format/formats-screen.tsx'), 'FormatsScreen'),
})
const format = createRoute({
  getParentRoute: () => house,
  path: '/circles/$circleId/formats/$formatId',
  component: screenOf(() => import('../format/format-screen.tsx'), 'FormatScreen'),
})
const cadence = createRoute({
  getParentRoute: () => house,
  path: '/circles/$circleId/cadence',
  validateSearch: readProposal,
  component: screenOf(() => import('../cadence/screen.tsx'), 'CadenceScreen'),
})
const schedule = createRoute({
  getParentRoute: () => house,
  path: '/circles/$circleId/meetings/new',
  validateSearch: readStart,
  component: screenOf(() => import('../meeting/schedule-screen.tsx'), 'ScheduleScreen'),
})
const meeting = createRoute({
  getParentRoute: () => house,
  path: '/meetings/$meetingId',
  component: screenOf(() => import('../meeting/screen.tsx'), 'MeetingScreen'),
})
const library = createRoute({
  getParentRoute: () => house,
  path: '/library',
  component: screenOf(() => import('../page/library-screen.tsx'), 'LibraryScreen'),
})
const page = createRoute({
  getParentRoute: () => house,
  path: '/pages/$pageId',
  component: screenOf(() => import('../page/screen.tsx'), 'PageScreen'),
})
const history = createRoute({
  getParentRoute: () => house,
  path: '/pages/$pageId/history',
  validateSearch: (search): { version?: string } =>
    typeof search['version'] === 'string' ? { version: search['version'] } : {},
  component: screenOf(() => import('../version/screen.tsx'), 'HistoryScreen'),
})
const threads = createRoute({
  getParentRoute: () => house,
  path: '/threads',
  component: screenOf(() => import('../thread/threads-screen.tsx'), 'ThreadsScreen'),
})
const thread = createRoute({
  getParentRoute: () => house,
  path: '/threads/$threadId',
  component: screenOf(() => import('../thread/screen.tsx'), 'ThreadScreen'),
})

/** Inside the house, a wrong address keeps the rail. */
const nowhere = createRoute({ getParentRoute: () => house, path: '$', component: NotFound })

/** Every address of the product. */
export const routeTree = root.addChildren([
  porch.addChildren([setUp, signIn, invitation, guestDoor, stopMails]),
  guestHouse.addChildren([guestRoom]),
  house.addChildren([
    today,
    settings,
    notifications,
    people,
    circles,
    newCircle,
    circle,
    circleSettings,
    agreement,
    rotation,
    fairHours,
    formats,
    format,
    cadence,
    schedule,
    meeting,
    library,
    page,
    history,
    threads,
    thread,
    nowhere,
  ]),
])
