/**
 * Which development stories may train the conflict model; the others are measured on. A third, by a hash of the id.
 */
export function isTrainingStory(story: string): boolean {
  let hash = 0x811c9dc5
  for (let index = 0; index < story.length; index++) hash = Math.imul(hash ^ story.charCodeAt(index), 0x01000193)
  return (hash >>> 0) % 3 === 0
}
