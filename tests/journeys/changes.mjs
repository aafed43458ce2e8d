// A plan is adopted anew: the coordinator imports its second version, says which items are the same
// and why one is gone, and the public reads what changed and takes the plan away in every format.
// Once with the pages' script and once without.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { browserIsThere, openBrowser } from './browser.mjs'
import { binary, programIsThere, root, startProgram } from './program.mjs'
import { tabTo, Walk } from './walk.mjs'

const skip = !browserIsThere() ? 'no browser' : !programIsThere() ? 'the program is not built' : false
const first = join(root, 'examples/plans/aberllyn-anti-racism-plan.docx')
const slug = 'aberllyn-anti-racism-action-plan'
const plan = `/plans/${slug}`
const why = 'A national register of suppliers does this now'

const press = (page, selector) => page.locator(`${selector} button:not([type=button])`).first().click()
const form = ending => `main form[action$="${ending}"]`
const words = page => page.textContent('main')

// What the second version says otherwise. Each line is in the first exactly once.
const edits = [
  ['Appoint a member of the corporate management team as race equality champion, with',
    'Appoint two members of the corporate management team as race equality champions, with'],
  ['| By end of March 2026 |', '| By end of March 2027 |'],
  ['Set a budget for this plan and show, theme by theme, what has been spent from it.', 'Publish every year what each theme of this plan has cost.'],
  ['| 1.2 | Publish a progress report on this plan, in Welsh and English, and take it to the Communities Scrutiny Committee and the Aberllyn Race Equality Panel. |',
    '| 1.2 | Publish a progress report on this plan, in Welsh and English. | Head of Policy and Performance | June 26 and quarterly thereafter |\n' +
    '| 1.2a | Take the progress report to the Communities Scrutiny Committee and the Aberllyn Race Equality Panel. |'],
  [/\| 1\.6 \|[^\n]*/g, '| 1.7 | Hold a public meeting twice a year at which residents question the Cabinet about this plan. | Leader of the Council | May 2027 |']
]

function secondVersion () {
  let text = readFileSync(join(root, 'examples/aberllyn-anti-racism-plan.md'), 'utf8')
  for (const [before, after] of edits) {
    assert.equal(text.split(before).length, 2, `once in the first version: ${before}`)
    text = text.replace(before, after)
  }
  return { name: 'aberllyn-2026.md', mimeType: 'text/markdown', buffer: Buffer.from(text) }
}

async function importDocument (walk, file, year) {
  const { officer } = walk
  await walk.go(officer, '/desk/import')
  await officer.setInputFiles('main input[type=file]', file)
  await officer.fill('main [name=as_of]', year)
  await press(officer, form('/desk/import'))
  await officer.waitForURL(/\/desk\/import\/[^/]+$/)
  walk.review = new URL(officer.url()).pathname
}

async function acceptAndRelease (walk) {
  const { officer } = walk
  await walk.go(officer, walk.review)
  await press(officer, form('/accept'))
  await officer.waitForURL(url => url.pathname === `/desk${plan}/release`)
  await press(officer, form('/release'))
  await officer.waitForURL(url => url.pathname === plan)
}

async function adoptTheFirst (walk, link) {
  await walk.officer.goto(link)
  await press(walk.officer, 'main form[action*="/sign-in/"]')
  await importDocument(walk, first, '2025')
  await acceptAndRelease(walk)
}

async function badDocuments (walk) {
  const { officer } = walk
  const files = [['empty.docx', ''], ['crash.pdf', '%PDF-1.7\n1 0 obj\n<<'], ['old.xls', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + '\0'.repeat(600)]]
  for (const [name, bytes] of files) {
    await walk.go(officer, '/desk/import')
    await officer.setInputFiles('main input[type=file]', { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes, 'latin1') })
    await press(officer, form('/desk/import'))
    const said = await officer.locator('.govuk-error-summary li').allTextContents()
    assert.equal(said.length, 1, `${name}: one sentence`)
    assert.match(said[0].trim(), name === 'crash.pdf' ? /^The PDF reader broke on this file/ : /^[A-Z].{10,}/, name)
  }
}

async function lookAtTheSecond (walk) {
  const { officer } = walk
  await importDocument(walk, secondVersion(), '2026')
  await walk.look(officer, 'review-revision')
  await press(officer, form('/accept'))
  await officer.waitForSelector('.govuk-error-summary')
  await walk.go(officer, walk.review)
  await officer.locator('main a[href$="/changes"]').first().click()
  await walk.look(officer, 'changes')
  await walk.go(officer, `/cy${walk.review}/changes`, 'changes-cy')
  assert.equal(await officer.getAttribute('html', 'lang'), 'cy')
}

const questions = page => page.locator('main li.mg-finding').count()

// Without a mouse: the question is answered with Tab and Enter alone.
async function sameOne (walk) {
  const { officer } = walk
  await walk.go(officer, `${walk.review}/changes`)
  walk.asked = await questions(officer)
  assert.equal(walk.asked, 2, 'a doubtful match and an item that is gone')
  await tabTo(officer, 'main button[name=verdict][value=same]')
  await Promise.all([officer.waitForNavigation(), officer.keyboard.press('Enter')])
  assert.equal(await questions(officer), 1)
  await press(officer, form('/undo-match'))
  assert.equal(await questions(officer), 2, 'taken back')
  await officer.locator('main button[name=verdict][value=same]').first().click()
  assert.equal(await questions(officer), 1)
}

async function whyGone (walk) {
  const { officer } = walk
  await officer.locator('main button:has-text("Save the reason")').click()
  await walk.look(officer, 'changes-no-reason')
  assert.match(await officer.title(), /^Error: /)
  const target = await officer.getAttribute('.govuk-error-summary a', 'href')
  assert.equal(await officer.locator(target).getAttribute('type'), 'radio', 'the error leads to the reasons')
  await officer.check('main input[value=dropped]')
  await officer.locator('main button:has-text("Save the reason")').click()
  assert.equal(await officer.isChecked('main input[value=dropped]'), true, 'what was chosen is chosen still')
  await officer.fill(await officer.getAttribute('.govuk-error-summary a', 'href'), why)
  await officer.locator('main button:has-text("Save the reason")').click()
  assert.equal(await questions(officer), 0)
  await walk.look(officer, 'changes-answered')
}

async function readWhatChanged (walk) {
  const { reader } = walk
  await walk.go(reader, plan)
  await reader.locator(`main a[href="${plan}/changes"]`).first().click()
  await walk.look(reader, 'versions')
  await reader.locator(`main a[href="${plan}/changes/2025..2026"]`).click()
  await walk.look(reader, 'changes-public')
  const text = await words(reader)
  for (const part of ['Gone (1)', 'It was dropped', why, 'Added (', 'Re-dated (1)', '365 days later', 'Reworded (', 'Split into several (', '1.7']) {
    assert.ok(text.includes(part), `the page says “${part}”`)
  }
  const get = ending => reader.request.get(`${walk.address}${plan}/changes/2025..2026${ending}`)
  assert.match((await get('.json')).headers()['content-type'], /application\/json/)
  assert.ok((await (await get('.json')).text()).includes(why))
  assert.match((await get('.csv')).headers()['content-type'], /text\/csv/)
  assert.ok((await (await get('.csv')).text()).includes(why))
  await walk.go(reader, `/cy${plan}/changes/2025..2026`, 'changes-public-cy')
  assert.equal(await reader.getAttribute('html', 'lang'), 'cy')
  await walk.go(reader, plan)
  const gone = await reader.request.get(`${walk.address}${plan}.json`).then(answer => answer.json())
  const item = gone.items.find(one => one.absent_from_newest_document)
  await walk.go(reader, `${plan}/items/${item.id}`, 'item-gone')
  assert.ok((await words(reader)).includes(why), 'the item says why it is gone')
}

const types = {
  xlsx: /spreadsheetml\.sheet/, docx: /wordprocessingml\.document/, md: /text\/markdown/, csv: /text\/csv/, json: /application\/json/
}

async function takeItAway (walk) {
  const { reader } = walk
  await walk.go(reader, plan)
  const folder = mkdtempSync(join(tmpdir(), 'makegood-downloads-'))
  const read = {}
  try {
    for (const [ending, type] of Object.entries(types)) {
      assert.ok(await reader.locator(`main a[href="${plan}.${ending}"]`).count() > 0, `a link to ${ending}`)
      const answer = await reader.request.get(`${walk.address}${plan}.${ending}`)
      assert.match(answer.headers()['content-type'], type)
      const file = join(folder, `plan.${ending}`)
      writeFileSync(file, await answer.body())
      const { items } = JSON.parse(execFileSync(binary, ['extract', file], { stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 26 }))
      read[ending] = items.map(item => [item.ref, item.title, item.owners, item.timescale_raw ?? item.timescale])
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  assert.ok(read.json.length >= 36, `${read.json.length} items`)
  for (const ending of Object.keys(types)) assert.deepEqual(read[ending], read.json, `${ending} gives the same items`)
}

for (const scripts of [true, false]) {
  const name = scripts ? 'changes-with-script' : 'changes-without-script'
  test(`a newer version of a plan, ${name.slice(8).replace('-', ' ')}`, { skip, timeout: 400000 }, async t => {
    const program = await startProgram({ pdfReader: '#!/bin/sh\nkill -SEGV $$\n' })
    t.after(() => program.stop())
    const { browser, close } = await openBrowser()
    t.after(close)
    const walk = new Walk(t, { browser, address: program.address, scripts, name })
    await walk.open()
    await walk.step('adopt the first version', () => adoptTheFirst(walk, program.signInLink()))
    await walk.step('hand in what cannot be read: one sentence each', () => badDocuments(walk))
    await walk.step('import the second; it is not accepted before its questions are answered', () => lookAtTheSecond(walk))
    await walk.step('confirm a doubtful match, take it back, confirm it again', () => sameOne(walk))
    await walk.step('say why an item is gone', () => whyGone(walk))
    await walk.step('accept and release it', () => acceptAndRelease(walk))
    await walk.step('read what changed', () => readWhatChanged(walk))
    await walk.step('take the plan away in every format', () => takeItAway(walk))
    await t.test('every page is accessible, narrow enough and told apart', () => {
      assert.deepEqual([...new Set(walk.faults)], [])
    })
  })
}
