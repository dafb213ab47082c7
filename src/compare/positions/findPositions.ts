import { type Document, getLayer } from '../../document/index.js'
import type { Position, PositionKind, StoryEntity } from '../findings.js'
import { POSITION_VERBS } from './positionVerbs.js'

/**
 * Who wants, offers, refuses, warns, promises, agrees to, denies or asks for what, as the accounts report it.
 *
 * Taken from attributions whose reporting word is one of these verbs and whose speaker is a known entity: the matter is the content,
 * in the account's words. Actors without an entity are left out: a position of nobody helps no one. Sorted by account, then place.
 */
export function findPositions(documents: readonly Document[], entities: readonly StoryEntity[]): readonly Position[] {
  const storyId = new Map(
    entities.flatMap((entity) =>
      entity.members.map((member) => [`${member.entity}@${member.documentId}`, entity.id] as const),
    ),
  )
  return documents.flatMap((document) =>
    getLayer(document, 'attributions').flatMap((attribution): Position[] => {
      const kind = kindOf(attribution.cueLemma)
      const speaker = attribution.speaker.entities[0]
      const actor = speaker === undefined ? undefined : storyId.get(`${speaker}@${document.id}`)
      if (kind === null || actor === undefined) return []
      const matter = attribution.content[0]!
      const text = document.text.slice(matter.start, matter.end)
      const condition = conditionIn(text)
      const conditionSpan =
        condition === null ? null : { start: matter.start + condition.start, end: matter.start + condition.end }
      return [
        {
          actor,
          matter: text,
          kind,
          condition:
            conditionSpan === null
              ? null
              : {
                  text: document.text.slice(conditionSpan.start, conditionSpan.end),
                  evidence: [{ documentId: document.id, span: conditionSpan }],
                },
          evidence: [{ documentId: document.id, span: { start: attribution.start, end: attribution.end } }],
        },
      ]
    }),
  )
}

function kindOf(cueLemma: string | null): PositionKind | null {
  return cueLemma === null ? null : (POSITION_VERBS.get(cueLemma) ?? null)
}

/** The clause that "if", "unless", "provided that" … opens within the matter, up to its end or the next comma or full stop. */
function conditionIn(text: string): { start: number; end: number } | null {
  const match = /\b(?:if|unless|until|provided that|as long as|on condition that)\s[^,.;:!?“”"]{3,200}/i.exec(text)
  if (match === null) return null
  return { start: match.index, end: match.index + match[0].trimEnd().length }
}
