import type { Talk } from '../talk.ts'
import type { Fault } from './fault.ts'
import { framingFaults } from './framing.ts'
import { leaks } from './leaks.ts'
import { ruleFaults } from './rules.ts'

/** All that is wrong with what a server sent on a connection: framing first, since without it nothing else can be told. */
export function check(talk: Talk): Fault[] {
  return [...framingFaults(talk), ...ruleFaults(talk), ...leaks(talk)]
}
