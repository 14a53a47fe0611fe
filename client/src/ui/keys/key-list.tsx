import './key-list.css'

/** The keys to press, as they stand on the keyboard (several where each does it), and what they do. */
export type KeyLine = readonly [keys: string | readonly string[], words: string]

/** The key that starts most shortcuts: ⌘ on a Mac. */
export const modKey = (): string => (/mac|iphone|ipad/i.test(navigator.userAgent) ? '⌘' : 'Ctrl')

/** Shortcuts in rows: the keys, and what they do. */
export function KeyList({ lines }: { readonly lines: readonly KeyLine[] }) {
  return (
    <dl className="key-list">
      {lines.map(([keys, words]) => (
        <div key={words}>
          <dt>
            {[keys].flat().map((one) => (
              <kbd key={one}>{one}</kbd>
            ))}
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  )
}
