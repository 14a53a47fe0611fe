import { useEffect, useState } from 'react'
import { Boundary, Broken } from './broken.tsx'
import { isSafeToEdit } from './guard.ts'
import { Surface, type SurfaceProps } from './surface.tsx'
import './page.css'
import './captures.css'
import './controls.css'

export interface EditorProps extends SurfaceProps {
  /** Asks whoever keeps the document to mend it; offered where it cannot be edited safely. */
  readonly onRepair?: (() => Promise<void>) | undefined
}

/**
 * The page of a document, written in together. It knows documents: people, pages, times and what was carried over come from
 * `surroundings`; `provider` gives the presence of the others. A document that cannot be edited safely is shown as
 * plain text, and as a page again as soon as it can.
 */
export function DocumentEditor(props: EditorProps) {
  return <Guarded key={props.doc.clientID} {...props} />
}

function Guarded({ onRepair, ...props }: EditorProps) {
  const { doc, surroundings } = props
  const [round, setRound] = useState(0)
  const [isSafe, setSafe] = useState(() => isSafeToEdit(doc))
  const [onUnsafe] = useState(() => () => setSafe(false))

  useEffect(() => {
    if (isSafe) return
    const look = () => setSafe(isSafeToEdit(doc))
    doc.on('update', look)
    return () => doc.off('update', look)
  }, [doc, isSafe])

  const again = () => {
    setSafe(isSafeToEdit(doc))
    setRound(round + 1)
  }
  const fallback = <Broken doc={doc} lookups={surroundings.lookups} onAgain={again} onRepair={onRepair} />
  if (!isSafe) return fallback
  return (
    <Boundary key={round} fallback={fallback}>
      <Surface {...props} onUnsafe={onUnsafe} />
    </Boundary>
  )
}
