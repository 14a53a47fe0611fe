/** Does something for each of many things, so many at a time. */
export const inParallel = async <Thing, Result>(
  things: readonly Thing[],
  atATime: number,
  act: (thing: Thing) => Promise<Result>,
): Promise<Result[]> => {
  const results: Result[] = []
  for (let at = 0; at < things.length; at += atATime)
    results.push(...(await Promise.all(things.slice(at, at + atATime).map(act))))
  return results
}
