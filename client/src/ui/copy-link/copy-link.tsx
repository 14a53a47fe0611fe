import { Button, CopyButton, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import './copy-link.css'

interface CopyLinkProps {
  readonly label: string
  readonly link: string
  /** What the button says before and after. */
  readonly copy: string
  readonly copied: string
  /** What whoever gets the link should know. */
  readonly children: ReactNode
}

/** A link that is shown once, to be copied and sent. */
export function CopyLink({ label, link, copy, copied, children }: CopyLinkProps) {
  return (
    <div className="copy-link">
      <div className="copy-link-row">
        <TextInput
          label={label}
          value={link}
          readOnly
          dir="ltr"
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={link}>
          {(state) => (
            <Button variant="filled" onClick={state.copy} data-autofocus>
              {state.copied ? copied : copy}
            </Button>
          )}
        </CopyButton>
      </div>
      <p className="text-small soft">{children}</p>
    </div>
  )
}
