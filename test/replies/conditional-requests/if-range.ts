import { AFTER, BEFORE, MODIFIED } from './resources.ts'
import { type Row, range, WHOLE } from './row.ts'

const RFC850 = 'Sunday, 06-Nov-94 08:49:37 GMT'
const ASCTIME = 'Sun Nov  6 08:49:37 1994'

const PART = range('bytes 0-9/1000')

export const ifRange: readonly Row[] = [
  ['9110-13.1.5-if-range-true-processes-range', 'GET', { Range: 'bytes=0-9', 'If-Range': '"v1"' }, 'strong', 206, PART],
  ['9110-13.1.5-if-range-false-ignores-range', 'GET', { Range: 'bytes=0-9', 'If-Range': '"v0"' }, 'strong', 200, WHOLE],
  [
    '9110-13.1.5-if-range-false-ignores-range',
    'GET',
    { Range: 'bytes=5000-', 'If-Range': '"v0"' },
    'strong',
    200,
    WHOLE,
  ],
  ['9110-13.1.5-if-range-true-processes-range', 'GET', { Range: 'bytes=5000-', 'If-Range': '"v1"' }, 'strong', 416],
  ['9110-13.1.5-if-range-strong', 'GET', { Range: 'bytes=0-9', 'If-Range': 'W/"v1"' }, 'weak', 200, WHOLE],
  ['9110-13.1.5-if-range-strong', 'GET', { Range: 'bytes=0-9', 'If-Range': '"v1"' }, 'weak', 200, WHOLE],
  ['9110-13.1.5-if-range-strong', 'GET', { Range: 'bytes=0-9', 'If-Range': 'W/"v1"' }, 'strong', 200, WHOLE],
  ['9110-13.1.5-if-range-needs-range', 'GET', { 'If-Range': '"v0"' }, 'strong', 200, WHOLE],
  ['9110-13.1.5-if-range-needs-range', 'GET', { 'If-Range': '"v1"' }, 'strong', 200, WHOLE],
  ['9110-13.1.5-one-validator', 'GET', { Range: 'bytes=0-9', 'If-Range': '"v0", "v1"' }, 'strong', 200, WHOLE],
  ['9110-13.1.5-one-validator', 'GET', { Range: 'bytes=0-9', 'If-Range': ['"v1"', '"v1"'] }, 'strong', 200, WHOLE],
  ['9110-13.1.5-one-validator', 'GET', { Range: 'bytes=0-9', 'If-Range': '*' }, 'strong', 200, WHOLE],
  ['9110-13.1.5-one-validator', 'GET', { Range: 'bytes=0-9', 'If-Range': 'v1' }, 'strong', 200, WHOLE],
  ['9110-13.1.5-one-validator', 'GET', { Range: 'bytes=0-9', 'If-Range': '' }, 'strong', 200, WHOLE],
  ['9110-13.1.5-if-range-evaluate', 'GET', { Range: 'bytes=0-9', 'If-Range': '"v1"' }, 'plain', 200, WHOLE],
  ['9110-13.1.5-if-range-evaluate', 'GET', { Range: 'bytes=0-9', 'If-Range': '"v1"' }, 'dated', 200, WHOLE],
  ['9110-13.1.5-if-range-date-exact', 'GET', { Range: 'bytes=0-9', 'If-Range': MODIFIED }, 'dated', 206, PART],
  ['9110-13.1.5-if-range-date-exact', 'GET', { Range: 'bytes=0-9', 'If-Range': MODIFIED }, 'both', 206, PART],
  ['9110-13.1.5-if-range-date-exact', 'GET', { Range: 'bytes=0-9', 'If-Range': MODIFIED }, 'weakDated', 206, PART],
  ['9110-13.1.5-if-range-date-exact', 'GET', { Range: 'bytes=0-9', 'If-Range': MODIFIED }, 'precise', 206, PART],
  ['9110-13.1.5-if-range-date-exact', 'GET', { Range: 'bytes=0-9', 'If-Range': AFTER }, 'dated', 200, WHOLE],
  ['9110-13.1.5-if-range-date-exact', 'GET', { Range: 'bytes=0-9', 'If-Range': BEFORE }, 'dated', 200, WHOLE],
  ['9110-13.1.5-if-range-date-exact', 'GET', { Range: 'bytes=0-9', 'If-Range': MODIFIED }, 'strong', 200, WHOLE],
  ['9110-5.6.7-rfc850-date', 'GET', { Range: 'bytes=0-9', 'If-Range': RFC850 }, 'dated', 206, PART],
  ['9110-5.6.7-asctime-date', 'GET', { Range: 'bytes=0-9', 'If-Range': ASCTIME }, 'dated', 206, PART],
  [
    '9110-13.1.5-if-range-weak-date',
    'GET',
    { Range: 'bytes=0-9', 'If-Range': 'Tue, 01 Jan 2999 00:00:00 GMT' },
    'future',
    200,
    WHOLE,
  ],
  [
    '9110-13.1.5-if-range-ignored-without-range-support',
    'GET',
    { Range: 'bytes=0-9', 'If-Range': '"v1"' },
    'unranged',
    200,
  ],
  ['10008-2.8-query-range', 'QUERY', { Range: 'bytes=0-9', 'If-Range': '"v0"' }, 'strong', 200, WHOLE],
]

export const rangesAndConditions: readonly Row[] = [
  ['9110-14.2-304-wins-over-range', 'GET', { Range: 'bytes=0-9', 'If-None-Match': '"v1"' }, 'strong', 304],
  ['9110-14.2-304-wins-over-range', 'GET', { Range: 'bytes=5000-', 'If-None-Match': '"v1"' }, 'strong', 304],
  ['9110-14.2-304-wins-over-range', 'GET', { Range: 'bytes=0-9', 'If-Modified-Since': MODIFIED }, 'dated', 304],
  ['9110-14.2-412-wins-over-416', 'GET', { Range: 'bytes=5000-', 'If-Match': '"v0"' }, 'strong', 412],
  ['9110-14.2-412-wins-over-416', 'GET', { Range: 'bytes=0-9', 'If-Unmodified-Since': BEFORE }, 'dated', 412],
  ['9110-13.1.1-if-match-get', 'GET', { Range: 'bytes=0-9', 'If-Match': '"v1"' }, 'strong', 206, PART],
  ['9110-13.1.4-ius-evaluate', 'GET', { Range: 'bytes=0-9', 'If-Unmodified-Since': MODIFIED }, 'dated', 206, PART],
  [
    '9110-13.2.2-order-if-range-fifth',
    'GET',
    { Range: 'bytes=0-9', 'If-Range': '"v1"', 'If-None-Match': '"v0"' },
    'strong',
    206,
    PART,
  ],
  [
    '9110-13.2.2-order-if-range-fifth',
    'GET',
    { Range: 'bytes=0-9', 'If-Range': '"v1"', 'If-None-Match': '"v1"' },
    'strong',
    304,
  ],
]
