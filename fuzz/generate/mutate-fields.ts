import type { Random } from '../random.ts'
import type { Field } from './fields.ts'
import { CONTROLS, insertion } from './mutate-text.ts'

type Mutation = (random: Random, fields: Field[]) => void

const NUMBERS = ['-1', '+1', '0x10', '1e3', ' 1', '1 ', '1,1', '1, 1', '00', '9007199254740993', '', 'x', '\x0b1']
const HUGE = ['18446744073709551616', '99999999999999999999999999', '4294967296', '2147483648', '5000001', '65537']
const LENGTHS = [...NUMBERS, ...HUGE]
const CODINGS = ['chunked', 'Chunked', 'gzip, chunked', 'chunked, gzip', 'gzip', 'identity', 'chunked, chunked', 'x']
const ODD_CODINGS = ['chunked,', ',chunked', '\tchunked', '\x0bchunked', '"chunked"', 'chunked;q=1', '', 'chunked\0']
const LOOKALIKES = [
  'Transfer_Encoding',
  'Content_Length',
  'TRANSFER-ENCODING',
  'content-length',
  'Transfer-Encoding\x0b',
]
const NAME_ENDS = [' ', '\t', '\0', '\r', ':', '\x0b', '\xa0']
const NAMES = ['', ' ', '\xe9', 'a b', '(', '__proto__', 'constructor']

const MUTATIONS: readonly (readonly [weight: number, mutation: Mutation])[] = [
  [4, (random, fields) => void fields.splice(random.below(fields.length), 1)],
  [4, (random, fields) => change(random, fields, (field) => void fields.push([...field]))],
  [3, (random, fields) => void fields.push(...fields.splice(0, random.below(fields.length)))],
  [3, (random, fields) => void fields.push(['Content-Length', random.pick(LENGTHS)])],
  [3, (random, fields) => setLength(fields, random.pick(LENGTHS))],
  [4, (random, fields) => void fields.push(['Transfer-Encoding', random.pick([...CODINGS, ...ODD_CODINGS])])],
  [2, (random, fields) => void fields.push(['Transfer-Encoding', 'chunked'], ['Content-Length', `${random.below(9)}`])],
  [1, (random, fields) => void fields.push([random.pick(LOOKALIKES), random.pick(['chunked', '5'])])],
  [2, (random, fields) => void fields.push(['Host', random.pick(['localhost', 'b', ''])])],
  [3, (random, fields) => rename(random, fields, (name) => name + random.pick(NAME_ENDS))],
  [2, (random, fields) => rename(random, fields, (name) => random.pick([' ', '\t', '\r\n ', '']) + name)],
  [2, (random, fields) => rename(random, fields, () => random.pick(NAMES))],
  [4, (random, fields) => revalue(random, fields, (value) => insertion(random, value, random.pick(CONTROLS)))],
  [2, (random, fields) => revalue(random, fields, (value) => `${value}\r\n ${random.pick(['x', '', 'chunked'])}`)],
  [2, (random, fields) => revalue(random, fields, (value) => value.repeat(1 + random.below(400)))],
  [0.6, (random, fields) => revalue(random, fields, (value) => value + 'v'.repeat(16_000 + random.below(4000)))],
  [0.3, (random, fields) => void fields.push(...many(random))],
]

export function mutateFields(random: Random, fields: Field[]): void {
  random.weighted(MUTATIONS)(random, fields)
}

function change(random: Random, fields: readonly Field[], how: (field: Field) => void): void {
  if (fields.length > 0) how(random.pick(fields))
}

function rename(random: Random, fields: readonly Field[], to: (name: string) => string): void {
  change(random, fields, (field) => {
    field[0] = to(field[0])
  })
}

function revalue(random: Random, fields: readonly Field[], to: (value: string) => string): void {
  change(random, fields, (field) => {
    field[1] = to(field[1])
  })
}

function setLength(fields: readonly Field[], value: string): void {
  for (const field of fields) if (field[0] === 'Content-Length') field[1] = value
}

function many(random: Random): Field[] {
  return Array.from({ length: random.pick([50, 1500, 2500]) }, (_, at): Field => [`X-${at}`, '1'])
}
