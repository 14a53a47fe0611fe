import { lazyRouteComponent } from '@tanstack/react-router'

/** The files of a screen did not come: no network, or a newer build has taken their place. */
export class ScreenMissing extends Error {
  override readonly name = 'ScreenMissing'
}

type Importer<Screens> = () => Promise<Screens>

/**
 * A screen that is loaded when it is wanted. The router would reload the tab when that fails, which shows nothing at all
 * where the server is away; ours says what happened.
 */
export function screenOf<Screens extends Record<string, unknown>, Name extends keyof Screens & string>(
  load: Importer<Screens>,
  name: Name,
) {
  const loadOrSay: Importer<Screens> = () =>
    load().catch((cause: unknown) => {
      throw new ScreenMissing('The files of this screen did not come.', { cause })
    })
  return lazyRouteComponent(loadOrSay, name)
}
