import { createRootRouteWithContext, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { Crashed } from './crashed.tsx'
import { type Doors, onlySetUpOnce, onlySignedIn, onlySignedOut } from './guard.ts'
import { NotFound } from './not-found.tsx'
import { Porch } from './porch.tsx'
import { Root } from './root.tsx'
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
  component: lazyRouteComponent(() => import('../account/set-up-screen.tsx'), 'SetUpScreen'),
})
const signIn = createRoute({
  getParentRoute: () => porch,
  path: '/sign-in',
  validateSearch: (search): { back?: string } =>
    typeof search['back'] === 'string' ? { back: search['back'] } : {},
  beforeLoad: onlySignedOut,
  component: lazyRouteComponent(() => import('../account/sign-in-screen.tsx'), 'SignInScreen'),
})
const invitation = createRoute({
  getParentRoute: () => porch,
  path: '/invitations/$token',
  component: lazyRouteComponent(() => import('../account/invitation-screen.tsx'), 'InvitationScreen'),
})

const today = createRoute({
  getParentRoute: () => house,
  path: '/',
  component: lazyRouteComponent(() => import('../today/screen.tsx'), 'TodayScreen'),
})
const settings = createRoute({
  getParentRoute: () => house,
  path: '/settings',
  component: lazyRouteComponent(() => import('../account/settings-screen.tsx'), 'SettingsScreen'),
})
const people = createRoute({
  getParentRoute: () => house,
  path: '/people',
  component: lazyRouteComponent(() => import('../account/people-screen.tsx'), 'PeopleScreen'),
})
const circles = createRoute({
  getParentRoute: () => house,
  path: '/circles',
  component: lazyRouteComponent(() => import('../circle/circles-screen.tsx'), 'CirclesScreen'),
})
const newCircle = createRoute({
  getParentRoute: () => house,
  path: '/circles/new',
  component: lazyRouteComponent(() => import('../circle/new-circle-screen.tsx'), 'NewCircleScreen'),
})
const circle = createRoute({
  getParentRoute: () => house,
  path: '/circles/$circleId',
  component: lazyRouteComponent(() => import('../circle/screen.tsx'), 'CircleScreen'),
})
const circleSettings = createRoute({
  getParentRoute: () => house,
  path: '/circles/$circleId/settings',
  component: lazyRouteComponent(() => import('../circle/settings-screen.tsx'), 'CircleSettingsScreen'),
})
const rotation = createRoute({
  getParentRoute: () => house,
  path: '/circles/$circleId/rotation',
  component: lazyRouteComponent(() => import('../rotation/screen.tsx'), 'RotationScreen'),
})
const schedule = createRoute({
  getParentRoute: () => house,
  path: '/circles/$circleId/meetings/new',
  component: lazyRouteComponent(() => import('../meeting/schedule-screen.tsx'), 'ScheduleScreen'),
})
const meeting = createRoute({
  getParentRoute: () => house,
  path: '/meetings/$meetingId',
  component: lazyRouteComponent(() => import('../meeting/screen.tsx'), 'MeetingScreen'),
})
const library = createRoute({
  getParentRoute: () => house,
  path: '/library',
  component: lazyRouteComponent(() => import('../page/library-screen.tsx'), 'LibraryScreen'),
})
const page = createRoute({
  getParentRoute: () => house,
  path: '/pages/$pageId',
  component: lazyRouteComponent(() => import('../page/screen.tsx'), 'PageScreen'),
})
const threads = createRoute({
  getParentRoute: () => house,
  path: '/threads',
  component: lazyRouteComponent(() => import('../thread/threads-screen.tsx'), 'ThreadsScreen'),
})
const thread = createRoute({
  getParentRoute: () => house,
  path: '/threads/$threadId',
  component: lazyRouteComponent(() => import('../thread/screen.tsx'), 'ThreadScreen'),
})

/** Inside the house, a wrong address keeps the rail. */
const nowhere = createRoute({ getParentRoute: () => house, path: '$', component: NotFound })

/** Every address of the product. */
export const routeTree = root.addChildren([
  porch.addChildren([setUp, signIn, invitation]),
  house.addChildren([
    today,
    settings,
    people,
    circles,
    newCircle,
    circle,
    circleSettings,
    rotation,
    schedule,
    meeting,
    library,
    page,
    threads,
    thread,
    nowhere,
  ]),
])
