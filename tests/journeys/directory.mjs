// A business joins the directory of its own accord and leaves it: shown nowhere before somebody has looked at the
// entry, everywhere while it agrees, and nowhere at once when it no longer does. Its history stays, without its data.
import assert from 'node:assert/strict'
import { form, journey, press, words } from './desk.mjs'
import { fillForm, handle, narrowWindow, send } from './register_form.mjs'

const name = 'business-directory'
const register = `/registers/${name}`
const desk = `/desk/registers/${name}`

const caterer = {
  listing: 'yes', declared: 'yes', business_name: 'Harbour Street Catering', company_number: '01234567', trade: 'food;training', description: 'Lunches for meetings, and a class on Saturdays',
  postcode: 'LL53 5AA', website: 'https://catering.example/', public_contact: 'orders@catering.example', size: 'under-10', contact_email: 'owner@catering.example', wants: 'tenders'
}
const translator = { listing: 'yes', declared: 'yes', business_name: 'Llyn Translations', trade: 'professional', postcode: 'LL53 6BB', contact_email: 'office@translations.example' }
const shy = { ...translator, listing: 'no', business_name: 'Bay View Repairs' }

/** Every way by which what is public of a register goes out. */
const ways = [
  ['page', register],
  ['Welsh page', `/cy${register}`],
  ['CSV', `${register}.csv`],
  ['JSON', `${register}.json`],
  ['API', `/api/v1/registers/${name}/records?state=listed`]
]
async function read (walk, path) {
  const headers = path.startsWith('/api/') ? { Authorization: `Bearer ${walk.secret}` } : {}
  const answer = await walk.reader.request.get(walk.address + path, { headers })
  assert.equal(answer.status(), 200, path)
  return answer.text()
}

/** On which of the ways a text is found; all of them, or none, is what is asked for. */
async function shownOn (walk, text) {
  const shown = []
  for (const [way, path] of ways) if ((await read(walk, path)).includes(text)) shown.push(way)
  return shown
}
const everywhere = ways.map(([way]) => way)

function takeIntoUse (walk) {
  const { program } = walk
  program.run('register', 'add', name)
  program.run('register', 'open', name, '--by', 'Data protection officer', '--reference', 'DPIA-9')
  walk.secret = program.run('register', 'token', 'new', name, '--system', 'Buyers\' portal', '--role', 'analyst', '--read', '--until', '2027-06-15').split('\n')[0].trim()
}

async function join (walk) {
  walk.business = await narrowWindow(walk)
  await walk.business.goto(`${walk.address}/registers`)
  await walk.lookWithoutScript(walk.business, 'registers')
  await walk.business.click(`main a[href$="${register}"]`)
  await walk.business.click(`main a[href$="${register}/report"]`)
  await fillForm(walk, walk.business, register, caterer, { steps: ['consent', 'business', 'check'] })
  walk.id = await send(walk, walk.business, 'received')
}

/** The same form, sent in one go; the number of the record. */
async function sendAtOnce (walk, answers, once) {
  const sent = await walk.reader.request.post(`${walk.address}${register}/report`, { form: { step: 'check', go: 'send', once, ...answers }, maxRedirects: 0 })
  assert.equal(sent.status(), 303)
  return sent.headers().location.split('/').at(-1)
}

async function nothingIsShownYet (walk) {
  walk.translator = await sendAtOnce(walk, translator, 'k3v9x2m7qa')
  walk.shy = await sendAtOnce(walk, shy, 'k3v9x2m7qb')
  assert.deepEqual(await shownOn(walk, caterer.business_name), [])
  assert.deepEqual(await shownOn(walk, translator.business_name), [])
}

async function lookedAt (walk) {
  for (const id of [walk.id, walk.translator, walk.shy]) {
    await walk.officer.goto(`${walk.address}${desk}/records/${id}`)
    if (id === walk.id) await walk.look(walk.officer, 'record')
    await handle(walk.officer, { answers: { verified: 'companies-house', review_due: '2027-06-15' }, to: 'listed', reason: 'Looked at' })
    assert.match(await words(walk.officer), /State: Listed, since 15 June 2026/)
  }
}

async function itIsShown (walk) {
  assert.deepEqual(await shownOn(walk, caterer.business_name), everywhere)
  assert.deepEqual(await shownOn(walk, translator.business_name), everywhere)
  assert.deepEqual(await shownOn(walk, shy.business_name), [], 'nobody is listed who did not agree')
  for (const kept of [caterer.postcode, caterer.contact_email]) assert.deepEqual(await shownOn(walk, kept), [], kept)
  assert.deepEqual(await shownOn(walk, caterer.company_number), ['API'], 'what is not public is for those alone who see the records')
  await walk.go(walk.reader, register, 'public')
  await walk.go(walk.reader, `/cy${register}`, 'public-cy')
}

async function leave (walk) {
  const { officer } = walk
  await officer.goto(`${walk.address}${desk}/records/${walk.id}`)
  await handle(officer, { answers: { listing: 'no' }, to: 'withdrawn', reason: 'It asked to be taken off' })
  assert.deepEqual(await shownOn(walk, caterer.business_name), [], 'consent that was taken back takes it off by itself')
  await officer.goto(`${walk.address}${desk}/records/${walk.id}`)
  await officer.click('main details:has(#erase-reason) > summary')
  await officer.fill('#erase-reason', 'It asked to be taken off')
  await press(officer, form('/erase'))
  await walk.look(officer, 'record-erased')
}

async function itIsGone (walk) {
  assert.deepEqual(await shownOn(walk, caterer.business_name), [])
  assert.deepEqual(await shownOn(walk, translator.business_name), everywhere, 'the others stay')
  for (const path of ['/search?q=Catering', '/data']) assert.ok(!(await read(walk, path)).includes(caterer.business_name), path)
  await walk.go(walk.officer, `${desk}?words=Catering`)
  await walk.look(walk.officer, 'searched')
  assert.equal(await walk.officer.locator('main tbody tr').count(), 0, 'those who look after the directory do not find it by its words')
  await walk.go(walk.officer, `${desk}?words=Translations`)
  assert.equal(await walk.officer.locator('main tbody tr').count(), 1)
}

async function itsHistory (walk) {
  await walk.go(walk.officer, `${desk}/records/${walk.id}`)
  const said = await words(walk.officer)
  assert.equal(await walk.officer.locator('main ol.govuk-list li').count(), 4, 'it came in, was listed, withdrawn and erased')
  assert.match(said, /What identified anybody has been erased/)
  for (const [field, value] of Object.entries(caterer)) {
    if (/name|number|description|postcode|website|contact/.test(field)) assert.ok(!said.includes(value), `${field} is still there: ${value}`)
  }
}

journey('a business joins the directory, and leaves it', { name: 'directory', documents: [], today: '2026-06-15' }, async walk => {
  await walk.step('the register is open', () => takeIntoUse(walk))
  await walk.step('a business sends its entry', () => join(walk))
  await walk.step('nothing is shown before somebody has looked', () => nothingIsShownYet(walk))
  await walk.step('the entries are looked at', () => lookedAt(walk))
  await walk.step('those that agreed are shown, by every way', () => itIsShown(walk))
  await walk.step('it asks to be taken off', () => leave(walk))
  await walk.step('it is gone by every way', () => itIsGone(walk))
  await walk.step('its history has no data', () => itsHistory(walk))
})
