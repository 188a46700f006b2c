import { expect, it } from 'vitest'
import { Room } from '../../../adapters/node/audit/room.ts'

it('one response gets no more than its share', () => {
  const share = new Room(1000, 10_000).share()
  expect([share.take(800), share.take(800)]).toEqual([true, false])
})

it('all together get no more than there is, and give back what they had', () => {
  const room = new Room(1000, 1000)
  const [first, second] = [room.share(), room.share()]
  expect([first.take(800), second.take(800)]).toEqual([true, false])
  first.release()
  first.release()
  expect(second.take(800)).toBe(true)
})

it('many small pieces take more than their bytes', () => {
  const share = new Room(10_000, 10_000).share()
  let pieces = 0
  while (share.take(1)) pieces++
  expect(pieces).toBeLessThan(100)
})
