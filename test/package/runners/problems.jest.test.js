import { jest } from '@jest/globals'
import express from 'express'
import { NotFound } from 'statuswise'
import { problems } from 'statuswise/express'
import { conformant } from 'statuswise/testing'
import 'statuswise/testing/jest'
import request from 'supertest'

jest.setTimeout(20_000)
const app = express()
app.get('/bare', (_req, res) => void res.status(401).send('No.'))
app.get('/gone', () => {
  throw new NotFound('No order 42')
})
app.use(problems())

test('a problem conforms', async () => {
  const response = await request(app).get('/gone').expect(404).expect(conformant())
  expect(response).toConform()
  expect(response).toBeProblem({ status: 404, detail: expect.stringContaining('42') })
  expect(await request(app).get('/bare')).not.toConform()
})
