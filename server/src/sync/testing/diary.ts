import type { WriteEvent } from './peer.ts'

/** A token was put into the text, or the whole of it was taken out again. */
export type Deed = { readonly kind: 'wrote' | 'erased'; readonly token: string }

type Fate = { readonly deed: Deed; acked: boolean; carriers: number; rejections: number }

/**
 * What one writer did, and what it was told about it. Three outcomes: acknowledged; rejected, which is certain only if
 * every frame that carried the deed was rejected; and unknown, where a connection ended before the server answered.
 */
export class Diary {
  readonly #fates: Fate[] = []
  #frames: Fate[][] = []

  did(deed: Deed): void {
    this.#fates.push({ deed, acked: false, carriers: 0, rejections: 0 })
  }

  readonly hear = (event: WriteEvent): void => {
    switch (event.kind) {
      case 'opened':
        this.#frames = []
        break
      case 'sent':
        this.#carry(event.step === 'answer' ? this.#open : this.#open.slice(-1))
        break
      case 'acked':
        for (const fate of this.#frames.slice(0, event.count).flat()) fate.acked = true
        break
      case 'rejected':
        for (const fate of this.#frames[event.count - 1] ?? []) fate.rejections += 1
    }
  }

  get deeds(): readonly Deed[] {
    return this.#fates.map(({ deed }) => deed)
  }

  get acked(): readonly Deed[] {
    return this.#fates.filter(({ acked }) => acked).map(({ deed }) => deed)
  }

  /** Whose every frame was refused, or which never were in any. */
  get rejected(): readonly Deed[] {
    return this.#fates
      .filter(({ acked, carriers, rejections }) => !acked && rejections === carriers)
      .map(({ deed }) => deed)
  }

  get #open(): Fate[] {
    return this.#fates.filter(({ acked }) => !acked)
  }

  #carry(fates: Fate[]): void {
    for (const fate of fates) fate.carriers += 1
    this.#frames.push(fates)
  }
}
