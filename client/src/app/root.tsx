import { Outlet } from '@tanstack/react-router'

/** The outermost frame: nothing but what the address asks for. */
export function Root() {
  return <Outlet />
}
