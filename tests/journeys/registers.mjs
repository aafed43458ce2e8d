// A register as those meet it who use it: a school reports a cluster of incidents, another has nothing to report, a
// third says nothing; whoever deals with it moves a record on; and a resident sees none of it. Every page but the desk
// without script.
import assert from 'node:assert/strict'
import { fillDirectory, form, journey, press, words } from './desk.mjs'
import { handle, narrowWindow, send } from './register_form.mjs'

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
  const answers = await page.locator('main form input[type=hidden]').evaluateAll(inputs => Object.fromEntries(inputs.map(input => [input.name, input.value])))
  return { id: await send(walk, page, 'received'), answers }
}

/** Three more of the same within two days: what makes a cluster. Each is a form of its own, with a number of its own. */
async function reportMore (walk, page, answers) {
  for (const [once, day] of [['k3v9x2m7qa', '12'], ['k3v9x2m7qb', '13'], ['k3v9x2m7qc', '13']]) {
    const sent = await page.request.post(`${walk.address}${register}/report`, { form: { ...answers, 'incident_date-day': day, 'incident_date-month': '6', 'incident_date-year': '2026', go: 'send', once }, maxRedirects: 0 })
    assert.equal(sent.status(), 303)
  }
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

async function moveOn (walk, page, id) {
  await page.goto(`${walk.address}${desk}/records/${id}`)
  await walk.lookWithoutScript(page, 'record')
  assert.match(await words(page), new RegExp(account))
  await handle(page, { to: 'handling', reason: 'Spoken to both families' })
  assert.match(await words(page), /Spoken to both families/)
  await walk.lookWithoutScript(page, 'record-handled')
}

async function nothingForResidents (walk) {
  const { reader } = walk
  for (const path of ['/registers', register, `${register}.csv`, `${register}.json`, `${register}/report`, desk, `${desk}/returns`, '/data']) {
    await reader.goto(walk.address + path)
    assert.ok(!(await reader.content()).includes('Harbour Hill'), `${path} tells a resident of a school`)
  }
  await walk.go(reader, '/registers', 'registers')
}

/** One school's line of the returns. */
const lineOf = async (page, school) => words(page, `main tbody tr:has(th:text-is("${school}"))`)

async function whoHasReturned (walk) {
  await walk.go(walk.officer, desk, 'register')
  assert.match(await words(walk.officer), /2025-26 summer: 2 of 3 have returned, 1 of them with nothing to report, with 4 records in all\..*4 records/, 'how complete it is stands beside the count')
  await walk.program.goTo('2026-10-01')
  await walk.go(walk.officer, `${desk}/returns?day=${today}`, 'returns')
  assert.match(await words(walk.officer), /2 of 3 have returned, 1 of them with nothing to report, with 4 records in all; 1 is silent, and what it had is not known/)
  assert.match(await lineOf(walk.officer, 'Harbour Hill School'), /Returned: 4 records/)
  assert.match(await lineOf(walk.officer, 'Ty Gwyn School'), /Nothing to report/)
  const silent = await lineOf(walk.officer, 'Bryn Mawr School')
  assert.match(silent, /Not returned: nobody knows whether there was anything/)
  assert.ok(!/\b0\b|nothing to report/i.test(silent), 'silence is not zero')
  await walk.go(walk.officer, `/cy${desk}/returns?day=${today}`, 'returns-cy')
  // Where a signal of a rise is shown, the cluster of Harbour Hill School is to be named here.
}

journey('three schools and one register', { name: 'registers', documents: [], today }, async walk => {
  let first, harbour, gwyn
  await walk.step('the directory and the register', async () => { await fillDirectory(walk, schools); await takeIntoUse(walk) })
  await walk.step('a school reports an incident', async () => { harbour = await narrowWindow(walk, schools[0][1]); first = await report(walk, harbour) })
  await walk.step('and three more of the same', () => reportMore(walk, harbour, first.answers))
  await walk.step('another has nothing to report', async () => { gwyn = await narrowWindow(walk, schools[1][1]); await sayNil(walk, gwyn) })
  await walk.step('and sees nothing of the first', () => seesNothingOfOthers(walk, gwyn, first.id))
  await walk.step('the record is handled', () => moveOn(walk, harbour, first.id))
  await walk.step('a resident sees none of it', () => nothingForResidents(walk))
  await walk.step('the third has said nothing', () => whoHasReturned(walk))
})
