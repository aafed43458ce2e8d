// Makegood's script: starts govuk-frontend's components and adds small comforts. Every page
// works without it. It is a module file of its own, so that no page carries inline script.
import { initAll } from './govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

// <form data-mg-submit-on-change>: a filter applies as soon as a choice is made with a pointer.
// With the keyboard the button stays, since arrow keys pass through choices on the way.
for (const form of document.querySelectorAll('form[data-mg-submit-on-change]')) {
  let pointed = false
  form.addEventListener('pointerdown', () => { pointed = true })
  form.addEventListener('keydown', () => { pointed = false })
  form.addEventListener('change', () => { if (pointed) form.requestSubmit() })
}

// <form data-mg-once>: a second press while the first is under way does nothing.
for (const form of document.querySelectorAll('form[data-mg-once]')) {
  let sent = false
  form.addEventListener('submit', (event) => {
    if (sent) event.preventDefault()
    sent = true
  })
  window.addEventListener('pageshow', () => { sent = false })
}

// A details element that an address points into opens, so that the reader sees what it means.
const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)))
const folded = target && target.closest('details:not([open])')
if (folded) {
  folded.open = true
  target.scrollIntoView()
}
