// Debian's Chromium, driven by playwright-core. Absent: the journeys are skipped.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium'

export function browserIsThere () {
  return existsSync(chromiumPath)
}

/** A browser, and close() which leaves nothing behind. */
export async function openBrowser () {
  const { chromium } = await import('playwright-core')
  const folder = mkdtempSync(join(tmpdir(), 'makegood-browser-'))
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    headless: true,
    env: { ...process.env, HOME: folder, TMPDIR: folder },
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', ...(process.getuid() === 0 ? ['--no-sandbox'] : [])]
  })
  return {
    browser,
    async close () {
      await browser.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}
