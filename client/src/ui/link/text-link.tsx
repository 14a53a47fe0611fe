import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, Ref } from 'react'

interface TextAnchorProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly ref?: Ref<HTMLAnchorElement>
}

function TextAnchor({ className, children, ...props }: TextAnchorProps) {
  return (
    <a {...props} className={className === undefined ? 'text-link' : `text-link ${className}`}>
      {children}
    </a>
  )
}

/** A link in a text: ink with a hairline under it. */
export const TextLink = createLink(TextAnchor)
