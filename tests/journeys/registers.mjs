// A register as those meet it who use it: a school reports an incident, another has nothing to report, a third says
// nothing; whoever deals with it moves it on; and a resident sees none of it. Every page but the desk without script.
import assert from 'node:assert/strict'
import { fillDirectory, form, journey, press, words } from './desk.mjs'

const name = 'school-incidents'
const register = `/registers/${name}`
const desk = `/desk/registers/${name}`
const account = 'Another pupil was called a name for where the family comes from'
const today = '2026-06-15'
const schools = [['Head of Harbour Hill', 'harbour@schools.example', 'Harbour Hill School', 'en'], ['Head of Ty Gwyn', 'gwyn@schools.example', 'Ty Gwyn School', 'cy'],
  ['Head of Bryn Mawr', 'bryn@schools.example', 'Bryn Mawr School', 'en']]

async function takeIntoUse (walk) {
  const { program } = walk
  program.run('register', 'add', name)
  for (const [, email, school] of schools) program.run('people', 'grant', email, 'contributor', '--plan', `register:${name}`, '--organisation', school)
  program.run('register', 'expect', name, ...schools.flatMap(row => ['--organisation', row[2]]))
  await walk.go(walk.officer, desk, 'register-waits')
  assert.match(await words(walk.officer), /has not been approved/)
  await walk.officer.fill('main [name=approved_by]', 'Data protection officer')
  await press(walk.officer, form('/open'))
  await walk.officer.waitForSelector('.govuk-error-summary')
  await walk.look(walk.officer, 'register-open-error', { ownTitle: false })
  await walk.officer.fill('main [name=reference]', 'DPIA-14')
  await press(walk.officer, form('/open'))
  await walk.officer.waitForURL(url => url.pathname === desk)
  await walk.look(walk.officer, 'register-empty')
}

/** The window of somebody of a school, signed in by a link for that address. */
async function head (walk, email) {
  const context = await walk.browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
  const page = await context.newPage()
  const link = walk.program.run('sign-in', '--person', email).match(/\/sign-in\/[A-Za-z0-9_-]+/)[0]
  await page.goto(walk.address + link)
  await press(page, 'main form[action*="/sign-in/"]')
  return page
}

// Radios and ticks take the first choice, dates yesterday, lines a sentence; what is not needed stays empty.
async function answerStep (page) {
  for (const group of await page.locator('main fieldset:has(input[type=radio]), main fieldset:has(input[type=checkbox])').all()) await group.locator('input').first().check()
  for (const select of await page.locator('main select').all()) await select.selectOption({ index: 1 })
  for (const day of await page.locator('main input[name$="-day"]').all()) {
    const field = (await day.getAttribute('name')).replace(/-day$/, '')
    for (const [part, value] of Object.entries({ day: '14', month: '6', year: '2026' })) await page.fill(`main [name="${field}-${part}"]`, value)
  }
  for (const lines of await page.locator('main textarea').all()) await lines.fill(account)
}

async function report (walk, page) {
  await page.goto(walk.address + register + '/report')
  for (let steps = 0; steps < 20; ++steps) {
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(width <= 320, `${await page.title()} is ${width} pixels wide`)
    await walk.lookWithoutScript(page, `form-${steps + 1}`)
    if (await page.locator('main button[value=send]').count()) break
    await answerStep(page)
    await page.click('main button[value=next]')
  }
  assert.match(await words(page), new RegExp(account))
  await page.click('main button[value=send]')
  assert.match(new URL(page.url()).pathname, /\/received\//)
  await walk.lookWithoutScript(page, 'received')
  return new URL(page.url()).pathname.split('/').at(-1)
}

async function sayNil (walk, page) {
  await page.goto(walk.address + '/cy' + desk + '/returns')
  await walk.lookWithoutScript(page, 'returns-of-one-school-cy')
  assert.equal(await page.locator('main tbody tr').count(), 1, 'a school sees its own line')
  await press(page, form('/returns'))
  assert.match(await words(page), /Dim i/)
}

async function seesNothingOfOthers (walk, page, id) {
  for (const path of [`${desk}/records/${id}`, `${desk}?organisation=Harbour+Hill+School`, `${desk}?words=family`, desk]) {
    await page.goto(walk.address + path)
    const shown = await page.content()
    assert.ok(!shown.includes(account) && !shown.includes('Harbour Hill'), `${path} shows another school's record`)
  }
}

async function handle (walk, id) {
  const handler = await head(walk, schools[0][1])
  await handler.goto(`${walk.address}${desk}/records/${id}`)
  await walk.lookWithoutScript(handler, 'record')
  assert.match(await words(handler), new RegExp(account))
  const move = handler.locator('main [name=move_to]').nth(1)
  await move.check()
  await handler.fill('main [name=reason]:not([id=erase-reason])', 'Spoken to both families')
  await press(handler, form(`/records/${id}`))
  assert.match(await words(handler), /Spoken to both families/)
  await walk.lookWithoutScript(handler, 'record-handled')
}

async function nothingForResidents (walk) {
  const { reader } = walk
  for (const path of ['/registers', register, `${register}.csv`, `${register}.json`, `${register}/report`, desk, `${desk}/returns`, '/data']) {
    await reader.goto(walk.address + path)
    assert.ok(!(await reader.content()).includes('Harbour Hill'), `${path} tells a resident of a school`)
  }
  await walk.go(reader, '/registers', 'registers')
}

async function whoHasReturned (walk) {
  await walk.program.goTo('2026-10-01')
  await walk.go(walk.officer, `${desk}/returns?day=2026-06-15`, 'returns')
  assert.match(await words(walk.officer), /2 of 3 have returned, 1 of them with nothing to report; 1 are silent/)
  await walk.go(walk.officer, desk, 'register')
}

journey('three schools and one register', { name: 'registers', documents: [], today }, async walk => {
  let id, harbour, gwyn
  await walk.step('the directory and the register', async () => { await fillDirectory(walk, schools); await takeIntoUse(walk) })
  await walk.step('a school reports an incident', async () => { harbour = await head(walk, schools[0][1]); id = await report(walk, harbour) })
  await walk.step('another has nothing to report', async () => { gwyn = await head(walk, schools[1][1]); await sayNil(walk, gwyn) })
  await walk.step('and sees nothing of the first', () => seesNothingOfOthers(walk, gwyn, id))
  await walk.step('the record is handled', () => handle(walk, id))
  await walk.step('a resident sees none of it', () => nothingForResidents(walk))
  await walk.step('the third has said nothing', () => whoHasReturned(walk))
})
