import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { htmlReport } from '../../cli/report/html.ts'
import { clean, sample } from './sample-report.ts'

const executable = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && path !== '' && existsSync(path))

/** Runs in the page: the contrast of every element with text, by WCAG 2.2. */
const CONTRASTS = `
  const luminance = (color) => {
    const [r, g, b] = color.match(/[\\d.]+/g).slice(0, 3).map((part) =>
      part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const background = (element) => {
    const color = element === null ? 'rgb(255, 255, 255)' : getComputedStyle(element).backgroundColor
    return color === 'rgba(0, 0, 0, 0)' ? background(element.parentElement) : color
  }
  ;[...document.querySelectorAll('h1, p, a, code, pre, mark, .badge, summary, td, th')].map((element) => {
    const [low, high] = [luminance(getComputedStyle(element).color), luminance(background(element))].sort((a, b) => a - b)
    return { element: element.outerHTML.slice(0, 60), ratio: (high + 0.05) / (low + 0.05) }
  })
`

if (executable === undefined)
  console.warn('SKIPPED: the HTML report in a browser: no chromium here. Install it, or say in CHROMIUM where it is.')

describe.skipIf(executable === undefined)('the HTML report in a browser', () => {
  let browser: Browser
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'statuswise-'))
    browser = await chromium.launch({
      executablePath: executable ?? '',
      // As root, and in containers, there is no sandbox and little shared memory.
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
    })
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    await rm(folder, { recursive: true, force: true })
  })

  /** Opens a report, and notes everything that it wants from elsewhere or complains of. */
  async function open(html: string, scheme: 'light' | 'dark' = 'light'): Promise<{ page: Page; complaints: string[] }> {
    const file = join(folder, 'report.html')
    await writeFile(file, html)
    const page = await browser.newPage({ colorScheme: scheme })
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('request', (request) => {
      if (request.url() !== pathToFileURL(file).href) complaints.push(`request: ${request.url()}`)
    })
    await page.goto(pathToFileURL(file).href)
    return { page, complaints }
  }

  it('loads without network, scripts or complaints, and its styles pass its policy', async () => {
    const { page, complaints } = await open(htmlReport(sample))
    expect(await page.title()).toBe('Audit of http://localhost:3000')
    expect(await page.locator('section').count()).toBe(4)
    expect(await page.locator('script, img, iframe, link').count()).toBe(0)
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.badge.error')).color`)).toBe(
      'rgb(180, 35, 24)',
    )
    expect(complaints).toEqual([])
    await page.close()
  })

  it('unfolds exchanges', async () => {
    const { page } = await open(htmlReport(sample))
    const first = page.locator('section details').first()
    const transcript = first.locator('pre', { hasText: '> OPTIONS /orders HTTP/1.1' })
    expect(await transcript.isVisible()).toBe(false)
    await first.locator('summary').click()
    expect(await transcript.isVisible()).toBe(true)
    expect(await transcript.innerText()).toContain('<script>alert(1)</script>')
    await page.close()
  })

  it('leads from the table to the rule', async () => {
    const { page } = await open(htmlReport(sample))
    await page.locator('table a[href="#a-should"]').click()
    expect(await page.evaluate('location.hash')).toBe('#a-should')
    await page.close()
  })

  it.each(['light', 'dark'] as const)('is readable in %s', async (scheme) => {
    const { page } = await open(htmlReport(sample), scheme)
    const contrasts = await page.evaluate<{ element: string; ratio: number }[]>(CONTRASTS)
    expect(contrasts.length).toBeGreaterThan(10)
    // WCAG 2.2, 1.4.3
    expect(contrasts.filter(({ ratio }) => ratio < 4.5)).toEqual([])
    await page.close()
  })

  it('stacks its table on a narrow screen', async () => {
    const { page } = await open(htmlReport(sample))
    await page.setViewportSize({ width: 380, height: 640 })
    const hidden = await page.evaluate<number>(
      '((box) => box.scrollWidth - box.clientWidth)(document.querySelector(".scroll"))',
    )
    expect(hidden).toBeLessThanOrEqual(0)
    expect(await page.locator('table td', { hasText: 'A 405 lists' }).first().isVisible()).toBe(true)
    expect(await page.locator('table td', { hasText: 'RFC 9110 §15.5.6' }).first().isVisible()).toBe(true)
    await page.close()
  })

  it('does not scroll sideways on a narrow screen', async () => {
    const { page } = await open(htmlReport(sample))
    await page.setViewportSize({ width: 360, height: 640 })
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
    expect(overflow).toBeLessThanOrEqual(0)
    await page.close()
  })

  it('says so where nothing is wrong', async () => {
    const { page, complaints } = await open(htmlReport(clean))
    expect(await page.locator('main').innerText()).toContain('No rule is broken in what was seen.')
    expect(complaints).toEqual([])
    await page.close()
  })
})
