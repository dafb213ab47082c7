/** A button that leads back to where the reader came from, after a jump within the page. */
export function keepBackButton(): void {
  let depth = 0
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'back'
  button.textContent = '← Back to where you were'
  button.hidden = true
  document.body.append(button)
  const show = (): void => {
    button.hidden = depth === 0
  }
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest?.('a[href^="#"]')
    if (
      link === null ||
      link === undefined ||
      link.closest('.contents, .ways, .skip, footer') !== null ||
      event.defaultPrevented
    )
      return
    if (link.getAttribute('href') === location.hash) return
    depth++
    show()
  })
  button.addEventListener('click', () => {
    depth = Math.max(0, depth - 1)
    show()
    history.back()
  })
}
