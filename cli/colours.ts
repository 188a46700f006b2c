import { styleText } from 'node:util'
import type { Output, Streams } from './streams.ts'

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan' | 'underline'

/** Styles text, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string

export const plain: Paint = (_style, text) => text

/** Colours are for terminals only, and not where NO_COLOR is set (https://no-color.org). */
export function paintFor(output: Output, env: Streams['env'] = {}): Paint {
  if (output.isTTY !== true || env.NO_COLOR || env.TERM === 'dumb') return plain
  return (style, text) => styleText(style, text, { validateStream: false })
}
