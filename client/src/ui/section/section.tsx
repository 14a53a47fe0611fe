import { type ReactNode, useId } from 'react'
import './section.css'

interface SectionProps {
  readonly title: string
  /** One quiet link or number at the end of the title's line. */
  readonly aside?: ReactNode
  readonly level?: 2 | 3
  readonly children: ReactNode
}

/** A part of a screen: title, hairline, content. */
export function Section({ title, aside, level = 2, children }: SectionProps) {
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <Heading id={id}>{title}</Heading>
        {aside === undefined ? null : <span className="section-aside">{aside}</span>}
      </div>
      {children}
    </section>
  )
}
