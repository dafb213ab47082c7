import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createReader } from '../claim/index.js'
import type { Diagnostic, Document, DocumentId } from '../document/index.js'
import { compileDossier } from '../dossier/index.js'
import { renderHtml, renderJson } from '../report/index.js'
import type { Story } from '../story/index.js'

/** Writes a dossier per story; holds the accounts of stories that are still open. */
export interface StoryComparer {
  hold(document: Document): void
  /** Compares a story of two accounts or more, writes `<id>.json` and `<id>.html`, and lets its accounts go. */
  compare(story: Story): Promise<readonly Diagnostic[]>
}

export function createStoryComparer(folder: string): StoryComparer {
  const held = new Map<DocumentId, Document>()
  const reader = createReader()
  return {
    hold: (document) => void held.set(document.id, document),
    async compare(story) {
      const ids = story.members.map(({ document }) => document)
      const documents = ids.flatMap((id) => held.get(id) ?? [])
      for (const id of ids) held.delete(id)
      if (ids.length < 2) return []
      const missing = ids.length - documents.length
      const diagnostics: Diagnostic[] =
        missing === 0
          ? []
          : [
              {
                code: 'STORY_INCOMPLETE',
                documentId: null,
                message: `story ${story.id} has ${missing} of ${ids.length} accounts from an earlier run, whose text is not kept: its dossier is without them; give their files again`,
                component: 'cli/group',
              },
            ]
      if (documents.length < 2) return diagnostics
      const dossier = compileDossier(documents, { title: story.title, reader, diagnostics })
      await writeFile(join(folder, `${story.id}.json`), renderJson(dossier))
      await writeFile(join(folder, `${story.id}.html`), await renderHtml(dossier))
      return diagnostics
    },
  }
}
