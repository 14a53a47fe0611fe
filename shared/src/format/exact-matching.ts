/**
 * The cheapest way to make couples of an even number of seats, by weighing all of them: over sets of seats, so that 14
 * seats take thousands of steps and not the 135,135 matchings that there are. Of equals the first in order is taken.
 */
export const exactMatching = <Seat>(
  seats: readonly Seat[],
  price: (a: Seat, b: Seat) => number,
): (readonly [Seat, Seat])[] => {
  const full = 2 ** seats.length - 1
  const cost = new Float64Array(full + 1).fill(Number.POSITIVE_INFINITY)
  const partner = new Int8Array(full + 1).fill(-1)
  cost[full] = 0
  // From "everybody sits" down to "nobody does": the first who is free sits with one of the others.
  for (let seated = full - 1; seated >= 0; seated--) {
    const first = firstFree(seated)
    for (let other = first + 1; other < seats.length; other++) {
      if (seated & (1 << other)) continue
      const rest = cost[seated | (1 << first) | (1 << other)] ?? Number.POSITIVE_INFINITY
      const sum = rest + price(seats[first] as Seat, seats[other] as Seat)
      if (sum < (cost[seated] ?? 0)) {
        cost[seated] = sum
        partner[seated] = other
      }
    }
  }
  return couplesFrom(seats, partner)
}

const couplesFrom = <Seat>(seats: readonly Seat[], partner: Int8Array): (readonly [Seat, Seat])[] => {
  const couples: (readonly [Seat, Seat])[] = []
  let seated = 0
  while (couples.length < seats.length / 2) {
    const first = firstFree(seated)
    const other = partner[seated] ?? -1
    couples.push([seats[first] as Seat, seats[other] as Seat])
    seated |= (1 << first) | (1 << other)
  }
  return couples
}

const firstFree = (seated: number): number => {
  let place = 0
  while (seated & (1 << place)) place++
  return place
}
