/**
 * What became of the writing. saved: the server has it all; saving: on its way (`isLong`: for longer than usual); late: on
 * its way for too long; kept: on this device only, with the number of changes; here: in this tab only, which must stay open;
 * blocked: somebody has to look.
 */
export type SavedState =
  | { readonly state: 'saved' }
  | { readonly state: 'saving'; readonly isLong?: boolean }
  | { readonly state: 'late' }
  | { readonly state: 'kept'; readonly changes?: number }
  | { readonly state: 'here' }
  | { readonly state: 'blocked' }
