// What every journey does at the desk: sign in, import, accept, release, fill in the directory, read the letters
// that went out. Documents of other bodies are read from MAKEGOOD_SHARED and nothing of them stands in here: what
// a journey needs to know of a plan it asks the program for.
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { browserIsThere, openBrowser } from './browser.mjs'
import { programIsThere, root, startProgram } from './program.mjs'
import { Walk } from './walk.mjs'

const plans = join(process.env.MAKEGOOD_SHARED ?? join(root, '../shared'), 'plans')

export const press = (page, selector) => page.locator(`${selector} button:not([type=button])`).first().click()
export const form = ending => `main form[action$="${ending}"]`
/** What a part of the page says, with plain spaces. */
export const words = async (page, selector = 'main') => (await page.textContent(selector)).replace(/\s+/g, ' ')

/** A document that others adopted. */
export const adopted = name => join(plans, name)

function reasonToSkip (documents) {
  if (!browserIsThere()) return 'no browser'
  if (!programIsThere()) return 'the program is not built'
  const missing = documents.find(name => !existsSync(adopted(name)))
  return missing ? `${adopted(missing)} is not there` : false
}

/**
 * A journey over adopted documents that begins on `today`: `steps` gets the walk, with `program` and `signedIn`
 * in it. Every page that it looked at is held to what must hold on every page.
 */
export function journey (title, { name, documents, today, scripts = true }, steps) {
  test(title, { skip: reasonToSkip(documents), timeout: 400000 }, async t => {
    const program = await startProgram({ today })
    t.after(() => program.stop())
    const { browser, close } = await openBrowser()
    t.after(close)
    const walk = new Walk(t, { browser, address: program.address, scripts, name })
    walk.program = program
    await walk.open()
    await walk.step('sign in', () => signIn(walk.officer, program.signInLink()))
    await steps(walk)
    await t.test('every page is accessible, narrow enough and told apart', () => {
      assert.deepEqual([...new Set(walk.faults)], [])
    })
  })
}

export async function signIn (page, link) {
  await page.goto(link)
  await press(page, 'main form[action*="/sign-in/"]')
  await page.waitForURL(url => !url.pathname.startsWith('/sign-in'))
}

/** Up to the page on which the import is looked through; `newerOf` is the plan that it is a version of. */
export async function importDocument (walk, file, { asOf, newerOf }) {
  const { officer } = walk
  await walk.go(officer, '/desk/import')
  await officer.setInputFiles('main input[type=file]', file)
  await officer.fill('main [name=as_of]', asOf)
  if (newerOf) await officer.selectOption('main [name=slug]', newerOf)
  await press(officer, form('/desk/import'))
  await officer.waitForURL(/\/desk\/import\/[^/]+$/)
  walk.review = new URL(officer.url()).pathname
}

/** From looking through to the public page of the plan, whose address it returns; with a picture of the question before the release. */
export async function acceptAndRelease (walk, picture) {
  const { officer } = walk
  await walk.go(officer, walk.review)
  await press(officer, form('/accept'))
  await officer.waitForURL(url => /^\/desk\/plans\/[^/]+\/release$/.test(url.pathname))
  if (picture) await walk.look(officer, picture)
  await press(officer, form('/release'))
  await officer.waitForURL(url => url.pathname.startsWith('/plans/'))
  return new URL(officer.url()).pathname
}

export const planData = async (walk, plan) => (await walk.officer.request.get(`${walk.address}${plan}.json`)).json()

/** `rows`: post, address, organisation, language. */
export async function fillDirectory (walk, rows) {
  const { officer } = walk
  const quoted = rows.map(row => row.map(cell => `"${cell}"`).join(','))
  await walk.go(officer, '/desk/people/import', 'directory-import')
  await officer.setInputFiles('main input[type=file]',
    { name: 'directory.csv', mimeType: 'text/csv', buffer: Buffer.from(['post,email,organisation,language', ...quoted].join('\n')) })
  await press(officer, form('/desk/people/import'))
  await officer.waitForURL(url => url.pathname === '/desk/people')
}

// Headers are folded, words are quoted-printable.
const decoded = text => Buffer.from(text.replace(/\r?\n[ \t]/g, ' ').replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString()

const lettersIn = folder => existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.eml')) : []
const mailOf = walk => join(walk.program.data, 'mail')

/** What was written until now is not looked at any more by linkTo(). */
export function putLettersAside (walk) {
  walk.asideLetters = new Set(lettersIn(mailOf(walk)))
}

/** The link of this kind ("reply", "sign-in") in the letter to this address; waits until it was written. */
export async function linkTo (walk, address, kind) {
  const link = new RegExp(`(/(?:cy/)?${kind}/[A-Za-z0-9_-]+)`)
  for (let tries = 0; tries < 600; ++tries) {
    for (const name of lettersIn(mailOf(walk))) {
      if (walk.asideLetters?.has(name)) continue
      const letter = decoded(readFileSync(join(mailOf(walk), name), 'utf8'))
      const found = new RegExp(`^To:.*${address}`, "m").test(letter) && letter.match(link)
      if (found) return found[1]
    }
    await new Promise(resume => setTimeout(resume, 50))
  }
  throw new Error(`no letter with a link to /${kind}/ was written to ${address}`)
}
