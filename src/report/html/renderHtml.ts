import type { Dossier } from '../../dossier/index.js'
import { SynopticError } from '../../text/index.js'

/** What the built page module offers. Its sources are in `web/`. */
interface PageModule {
  renderPage(dossier: Dossier): string
}

// As far from src/report/html as from dist/report/html.
const PAGE = new URL('../../../dist/web/page.js', import.meta.url)

/**
 * The dossier as one self-contained HTML page: readable without scripts, better with them, nothing loaded from anywhere.
 *
 * @throws SynopticError `MODEL_MISSING` when the page has not been built
 */
export async function renderHtml(dossier: Dossier): Promise<string> {
  const page = await loadPage()
  return page.renderPage(dossier)
}

async function loadPage(): Promise<PageModule> {
  try {
    return (await import(/* @vite-ignore */ PAGE.href)) as PageModule
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new SynopticError('MODEL_MISSING', 'the page of the report is not built: run npm run build', { cause: error })
  }
}
